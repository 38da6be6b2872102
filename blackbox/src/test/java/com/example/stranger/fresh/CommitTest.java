package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("Around a commit")
class CommitTest extends FreshTest {
    CommitTest(Database database) {
        super(database);
    }

    private SubscriberCache opened(LoadMode load) {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        SubscriberCache subscribers = subscribers(load);
        subscribers.getById(1L);
        subscribers.listByTier("free");
        return subscribers;
    }

    private static Optional<String> body(SubscriberCache subscribers) {
        return subscribers.getById(1L).map(SubscriberSnapshot::body);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H4")
    @Tag("P1")
    @Tag("P2")
    void whoReadsBeforeItKeepsNothingForThoseAfterIt(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        Gate commit = unit.writes().holdNextCommit();
        Call<Boolean> writer = Call.toRun(() -> change(1, s -> s.body = "new"));
        commit.awaitArrival();

        assertThat(body(subscribers)).as("not committed yet").contains("old");
        assertThat(subscribers.listByTier("free"))
                .extracting(SubscriberSnapshot::body)
                .contains("old");
        Gate load1 = unit.loads().holdNextAnswer();
        Call<Optional<String>> reader = Call.to(() -> body(subscribers));
        load1.awaitArrival();
        commit.open();
        writer.result();
        load1.open();
        reader.result();

        assertThat(body(subscribers)).contains("new");
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H4")
    @Tag("P3")
    void nobodyGoesBackBehindAnAnswerThatCameBeforeTheWriterKnew(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        Gate committed = unit.writes().holdNextCommitted();
        Call<Boolean> writer = Call.toRun(() -> change(1, s -> s.body = "new"));
        committed.awaitArrival();

        assertThat(body(subscribers)).as("the database has it").contains("new");
        agrees(subscribers);
        assertThat(subscribers.peekById(1L)).as("nothing is kept yet").isEmpty();
        committed.open();
        writer.result();

        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H5")
    void twoWritersWhoHearOfTheirCommitsInTheWrongOrder(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        Gate first = unit.writes().holdNextCommitted();
        Call<Boolean> writer = Call.toRun(() -> change(1, s -> s.body = "first"));
        first.awaitArrival();

        change(1, s -> s.body = "second");
        assertThat(body(subscribers)).contains("second");
        first.open();
        writer.result();

        assertThat(body(subscribers)).contains("second");
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H6")
    @Tag("P2")
    void aRollbackAfterAFlushLeavesNoTrace(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        assertThatThrownBy(() -> write(em -> {
                    Subscriber one = em.find(Subscriber.class, 1L);
                    one.body = "undone";
                    one.email = "undone";
                    em.persist(subscriber(3, "undone"));
                    em.flush();
                    assertThat(body(subscribers)).contains("old");
                    assertThat(subscribers.getByEmail("undone")).isEmpty();
                    assertThat(subscribers.getById(3L)).isEmpty();
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(body(subscribers)).contains("old");
        assertThat(subscribers.getByEmail("undone")).isEmpty();
        assertThat(subscribers.getById(3L)).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H6")
    void whatASavepointTookBackIsNotVisibleAndTheRestIs(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        write(em -> {
            Session session = em.unwrap(Session.class);
            em.find(Subscriber.class, 1L).body = "kept";
            em.flush();
            AtomicReference<Savepoint> savepoint = new AtomicReference<>();
            session.doWork(connection -> savepoint.set(connection.setSavepoint()));
            em.find(Subscriber.class, 1L).body = "taken back";
            em.find(Subscriber.class, 2L).email = "taken back";
            em.persist(subscriber(3, "taken back"));
            em.flush();
            session.doWork(connection -> connection.rollback(savepoint.get()));
            em.clear();
        });

        assertThat(body(subscribers)).contains("kept");
        assertThat(subscribers.getByEmail("taken back")).isEmpty();
        assertThat(subscribers.getById(3L)).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H6")
    @Tag("P1")
    void aCommitThatThrowsAfterTheServerDidItIsVisible(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        unit.writes().failNextCommitted();

        assertThatThrownBy(() -> change(1, s -> {
                    s.body = "new";
                    s.email = "moved";
                }))
                .hasStackTraceContaining("the connection broke");

        assertThat(body(subscribers)).contains("new");
        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        assertThat(subscribers.getByEmail("moved")).isPresent();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H6")
    @Tag("P2")
    void aCommitThatNeverReachedTheServerIsNot(LoadMode load) {
        SubscriberCache subscribers = opened(load);
        unit.writes().failNextCommit();

        assertThatThrownBy(() -> change(1, s -> s.body = "lost")).hasStackTraceContaining("the connection broke");

        assertThat(body(subscribers)).contains("old");
        agrees(subscribers);
    }
}
