package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("Writes by a StatelessSession, with all that a Jakarta Data repository calls on it")
@Tag("H16")
@Tag("F44")
@Tag("P1")
class StatelessTest extends FreshTest {
    StatelessTest(Database database) {
        super(database);
    }

    /** What is written, and what the row is afterwards. */
    enum Kind {
        INSERT("mail3", "three", session -> session.insert(subscriber(3, "three"))),
        UPDATE("moved", "new", session -> {
            Subscriber one = session.get(Subscriber.class, 1L);
            one.body = "new";
            one.email = "moved";
            session.update(one);
        }),
        UPSERT("mail3", "three", session -> session.upsert(subscriber(3, "three"))),
        DELETE("mail2", "no such row", session -> session.delete(session.get(Subscriber.class, 2L))),
        INSERT_MULTIPLE(
                "mail4",
                "four",
                session -> session.insertMultiple(List.of(subscriber(3, "three"), subscriber(4, "four")))),
        UPDATE_MULTIPLE("mail2", "new", session -> {
            List<Subscriber> rows = session.getMultiple(Subscriber.class, List.of(1L, 2L));
            rows.forEach(row -> row.body = "new");
            session.updateMultiple(rows);
        }),
        UPSERT_MULTIPLE(
                "mail4",
                "four",
                session -> session.upsertMultiple(List.of(subscriber(3, "three"), subscriber(4, "four")))),
        DELETE_MULTIPLE(
                "mail2",
                "no such row",
                session -> session.deleteMultiple(session.getMultiple(Subscriber.class, List.of(1L, 2L))));

        private final String email;
        private final String body;
        private final Consumer<StatelessSession> work;

        Kind(String email, String body, Consumer<StatelessSession> work) {
            this.email = email;
            this.body = body;
            this.work = work;
        }

        String body(SubscriberCache subscribers) {
            return subscribers.getByEmail(email).map(SubscriberSnapshot::body).orElse("no such row");
        }
    }

    private SubscriberCache opened(LoadMode load) {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        SubscriberCache subscribers =
                open(SubscriberCache.builder().configure(o -> o.load(load).negativeTtl(Duration.ofHours(1))));
        subscribers.getManyById(List.of(1L, 2L, 3L, 4L));
        subscribers.getManyByEmail(List.of("mail3", "mail4", "moved"));
        subscribers.listByTier("free");
        return subscribers;
    }

    @ParameterizedTest
    @EnumSource
    void inATransaction(Kind kind) {
        SubscriberCache subscribers = opened(LoadMode.LAZY);

        stateless(kind.work);

        assertThat(kind.body(subscribers)).isEqualTo(kind.body);
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource
    void inATransactionOnATableThatIsKeptWhole(Kind kind) {
        SubscriberCache subscribers = opened(LoadMode.FULL);

        stateless(kind.work);

        assertThat(kind.body(subscribers)).isEqualTo(kind.body);
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource
    void withoutATransaction(Kind kind) {
        SubscriberCache subscribers = opened(LoadMode.LAZY);

        try (StatelessSession session =
                unit.factory().unwrap(SessionFactory.class).openStatelessSession()) {
            kind.work.accept(session);

            assertThat(kind.body(subscribers)).isEqualTo(kind.body);
        }
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H6")
    @Tag("P2")
    void takenBack(Kind kind) {
        SubscriberCache subscribers = opened(LoadMode.LAZY);
        String before = kind.body(subscribers);

        assertThatThrownBy(() -> stateless(session -> {
                    kind.work.accept(session);
                    assertThat(kind.body(subscribers)).isEqualTo(before);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(kind.body(subscribers)).isEqualTo(before);
        agrees(subscribers);
    }
}
