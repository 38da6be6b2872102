package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.Jta;
import io.turnkey.testing.TestUnit;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Writes in the transactions of a transaction manager")
@Tag("F44")
@Tag("P2")
class JtaTest {
    private static TestUnit unit;
    private final TransactionManager transactions = Jta.transactions();
    private SubscriberCache subscribers;

    @BeforeAll
    static void start() {
        unit = Jta.open(Subscriber.class);
    }

    @AfterAll
    static void stop() {
        unit.close();
    }

    @BeforeEach
    void open() throws Exception {
        transactions.begin();
        try (Session session = unit.factory().openSession()) {
            session.createMutationQuery("delete from Subscriber").executeUpdate();
            session.persist(FreshTest.subscriber(1, "old"));
            session.flush();
        }
        transactions.commit();
        subscribers =
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(unit.factory());
        assertThat(body()).contains("old");
    }

    @AfterEach
    void close() throws Exception {
        if (transactions.getTransaction() != null) {
            transactions.rollback();
        }
        subscribers.close();
    }

    /** Ways to change the body of row 1, and its key with it. */
    enum Way {
        ENTITY {
            @Override
            void write(SessionFactory factory, String body) {
                try (Session session = factory.openSession()) {
                    Subscriber row = session.find(Subscriber.class, 1L);
                    row.body = body;
                    row.email = body;
                    session.flush();
                }
            }
        },
        STATELESS {
            @Override
            void write(SessionFactory factory, String body) {
                try (StatelessSession session = factory.openStatelessSession()) {
                    Subscriber row = session.get(Subscriber.class, 1L);
                    row.body = body;
                    row.email = body;
                    session.update(row);
                }
            }
        },
        BULK {
            @Override
            void write(SessionFactory factory, String body) {
                try (Session session = factory.openSession()) {
                    session.createMutationQuery("update Subscriber set body = :body, email = :body")
                            .setParameter("body", body)
                            .executeUpdate();
                }
            }
        },
        NATIVE {
            @Override
            void write(SessionFactory factory, String body) {
                try (Session session = factory.openSession()) {
                    session.createNativeMutationQuery("update Subscriber set body = :body, email = :body")
                            .setParameter("body", body)
                            .executeUpdate();
                }
            }
        };

        abstract void write(SessionFactory factory, String body);
    }

    private Optional<String> body() {
        return subscribers.getById(1L).map(SubscriberSnapshot::body);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F45")
    @Tag("P1")
    void areVisibleOnceItHasCommittedAndNotBefore(Way way) throws Exception {
        transactions.begin();
        way.write(unit.factory(), "new");
        assertThat(body()).contains("old");
        assertThat(subscribers.getByEmail("new")).isEmpty();
        transactions.commit();

        assertThat(body()).contains("new");
        assertThat(subscribers.getByEmail("new")).isPresent();
        assertThat(subscribers.getByEmail("mail1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H6")
    void areNeverVisibleIfItRollsBack(Way way) throws Exception {
        transactions.begin();
        way.write(unit.factory(), "undone");
        assertThat(body()).contains("old");
        transactions.rollback();

        assertThat(body()).contains("old");
        assertThat(subscribers.getByEmail("undone")).isEmpty();
        assertThat(subscribers.getByEmail("mail1")).isPresent();
    }

    @Test
    @Tag("P1")
    void ofATransactionInsideAnotherAreVisibleWhenTheInnerOneHasCommitted() throws Exception {
        transactions.begin();
        Way.ENTITY.write(unit.factory(), "outer");
        Transaction outer = transactions.suspend();
        assertThat(body()).as("of the one that is suspended").contains("old");
        transactions.begin();
        try (Session session = unit.factory().openSession()) {
            session.persist(FreshTest.subscriber(2, "second"));
            session.flush();
        }
        transactions.commit();
        assertThat(subscribers.getByEmail("mail2")).isPresent();
        assertThat(body()).contains("old");

        transactions.resume(outer);
        transactions.commit();
        assertThat(body()).contains("outer");
    }
}
