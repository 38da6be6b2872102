package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("A row's keys change")
class KeyMovesTest extends FreshTest {
    KeyMovesTest(Database database) {
        super(database);
    }

    private SubscriberCache opened(LoadMode load) {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        return open(SubscriberCache.builder().configure(o -> o.load(load).negativeTtl(Duration.ofHours(1))));
    }

    private static Optional<Long> id(Optional<SubscriberSnapshot> row) {
        return row.map(SubscriberSnapshot::id);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H13")
    @Tag("P1")
    void theOldValueStopsAnsweringAndTheNewOneBegins(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        subscribers.getById(1L);
        assertThat(subscribers.getByEmail("moved")).as("remembered as absent").isEmpty();
        assertThat(subscribers.getByTenantAndLogin(1L, "moved")).isEmpty();

        change(1, s -> {
            s.email = "moved";
            s.login = "moved";
        });

        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        assertThat(subscribers.getByTenantAndLogin(1L, "login1")).isEmpty();
        assertThat(id(subscribers.getByEmail("moved"))).contains(1L);
        assertThat(id(subscribers.getByTenantAndLogin(1L, "moved"))).contains(1L);
        assertThat(subscribers.getManyByEmail(List.of("mail1", "moved"))).containsOnlyKeys("moved");
        agrees(subscribers);
    }

    @Test
    @Tag("H13")
    @Tag("H20")
    void alsoOfARowThatIsNotInMemory() {
        SubscriberCache subscribers = opened(LoadMode.LAZY);
        subscribers.getByEmail("moved");

        change(1, s -> s.email = "moved");

        assertThat(subscribers.isCachedById(1L)).isFalse();
        assertThat(id(subscribers.getByEmail("moved"))).contains(1L);
        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H14")
    void twoRowsSwapTheirKeys(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        subscribers.getManyById(List.of(1L, 2L));

        write(em -> {
            Subscriber one = em.find(Subscriber.class, 1L);
            Subscriber two = em.find(Subscriber.class, 2L);
            one.email = "between";
            em.flush();
            two.email = "mail1";
            em.flush();
            one.email = "mail2";
        });

        assertThat(id(subscribers.getByEmail("mail1"))).contains(2L);
        assertThat(id(subscribers.getByEmail("mail2"))).contains(1L);
        assertThat(subscribers.getByEmail("between")).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H14")
    void aRowTakesOverTheKeyOfACachedOne(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        subscribers.getById(1L);

        write(em -> {
            em.find(Subscriber.class, 1L).email = "elsewhere";
            em.flush();
            em.find(Subscriber.class, 2L).email = "mail1";
        });

        assertThat(id(subscribers.getByEmail("mail1"))).contains(2L);
        assertThat(id(subscribers.getByEmail("elsewhere"))).contains(1L);
        assertThat(subscribers.getByEmail("mail2")).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H14")
    void aNewRowTakesOverTheKeyOfADeletedOne(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        subscribers.getById(1L);

        write(em -> {
            em.remove(em.find(Subscriber.class, 1L));
            em.flush();
            em.persist(new Subscriber(3L, "mail1", "login1", "free", "three"));
        });

        assertThat(id(subscribers.getByEmail("mail1"))).contains(3L);
        assertThat(subscribers.getById(1L)).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H20")
    void anInsertEndsTheMemoryOfAnAbsentRow(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        absent(subscribers);

        persist(subscriber(3, "three"));

        present(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H20")
    void anUpsertEndsTheMemoryOfAnAbsentRow(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        absent(subscribers);
        Subscriber three = subscriber(3, "three");

        stateless(session -> session.upsert(three));

        present(subscribers);
    }

    private static void absent(SubscriberCache subscribers) {
        for (int i = 0; i < 2; i++) {
            assertThat(subscribers.getById(3L)).isEmpty();
            assertThat(subscribers.getByEmail("mail3")).isEmpty();
            assertThat(subscribers.getByTenantAndLogin(1L, "login3")).isEmpty();
        }
    }

    private void present(SubscriberCache subscribers) {
        assertThat(id(subscribers.getByEmail("mail3"))).contains(3L);
        assertThat(id(subscribers.getByTenantAndLogin(1L, "login3"))).contains(3L);
        assertThat(subscribers.getById(3L)).isPresent();
        agrees(subscribers);
    }
}
