package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Pool;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("A writer who reads")
@Tag("H29")
@Tag("F35")
class OwnTransactionTest extends FreshTest {
    OwnTransactionTest(Database database) {
        super(database);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("P1")
    @Tag("P2")
    void seesHisOwnWriteAfterHisCommitAndNotBefore(LoadMode load) {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(load);
        write(em -> {
            em.find(Subscriber.class, 1L).body = "new";
            em.persist(subscriber(2, "two"));
            em.flush();
            for (int i = 0; i < 2; i++) {
                assertThat(subscribers.getById(1L))
                        .map(SubscriberSnapshot::body)
                        .contains("old");
                assertThat(subscribers.getByEmail("mail2")).isEmpty();
                assertThat(subscribers.listByTier("free")).hasSize(1);
                assertThat(subscribers.listAll()).hasSize(1);
            }
        });
        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void commitsOnTheLastConnectionThereIs(LoadMode load) {
        persist(subscriber(1, "old"));
        try (Pool one = new Pool(unit.database().raw(), 1);
                EntityManagerFactory factory = unit.anotherFactory(one);
                SubscriberCache subscribers =
                        SubscriberCache.builder().configure(o -> o.load(load)).open(factory)) {
            subscribers.getById(1L);

            factory.runInTransaction(em -> em.find(Subscriber.class, 1L).body = "new");

            assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
        }
    }

    @Test
    void readsFromAPoolOfItsOwnWhileHeHoldsTheLastConnectionThereIs() {
        persist(subscriber(1, "old"), subscriber(2, "two"));
        try (Pool one = new Pool(unit.database().raw(), 1);
                EntityManagerFactory factory = unit.anotherFactory(one);
                SubscriberCache subscribers = SubscriberCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY))
                        .loadFrom(unit.loads().source())
                        .open(factory)) {
            try (EntityManager em = factory.createEntityManager()) {
                em.getTransaction().begin();
                em.find(Subscriber.class, 1L).body = "new";
                em.flush();
                assertThat(subscribers.getById(1L))
                        .map(SubscriberSnapshot::body)
                        .contains("old");
                assertThat(subscribers.getByEmail("mail2")).isPresent();
                em.getTransaction().commit();
            }
            agrees(subscribers);
        }
    }
}
