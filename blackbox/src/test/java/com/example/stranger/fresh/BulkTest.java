package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("Statements that no entity event tells of")
@Tag("H15")
@Tag("F45")
class BulkTest extends FreshTest {
    BulkTest(Database database) {
        super(database);
    }

    /** Ways to move row 1 from {@code old} to {@code new}. */
    enum Statement {
        HQL(em -> em.createQuery("update Subscriber set body = 'new' where id = 1")
                .executeUpdate()),
        HQL_VERSIONED(em -> em.createQuery("update versioned Subscriber set body = 'new' where email = 'mail1'")
                .executeUpdate()),
        NATIVE(em -> em.createNativeQuery("update Subscriber set body = 'new' where id = 1")
                .executeUpdate()),
        NATIVE_QUOTED(em -> em.createNativeQuery("/* note */ UPDATE\n  Subscriber  SET body='new' WHERE id=1")
                .executeUpdate());

        private final Consumer<EntityManager> work;

        Statement(Consumer<EntityManager> work) {
            this.work = work;
        }
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
    @EnumSource
    @Tag("P1")
    void anUpdateIsVisibleAfterTheCommit(Statement statement) {
        for (LoadMode load : new LoadMode[] {LoadMode.LAZY, LoadMode.FULL}) {
            reset();
            SubscriberCache subscribers = opened(load);

            write(statement.work);

            assertThat(body(subscribers)).contains("new");
            agrees(subscribers);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P2")
    void anUpdateIsNotVisibleBeforeTheCommitNorAfterARollback(Statement statement) {
        SubscriberCache subscribers = opened(LoadMode.LAZY);

        assertThatThrownBy(() -> write(em -> {
                    statement.work.accept(em);
                    assertThat(body(subscribers)).contains("old");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(body(subscribers)).contains("old");
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H4")
    void whoReadsBeforeTheCommitKeepsNothing(Statement statement) {
        SubscriberCache subscribers = opened(LoadMode.LAZY);
        Gate commit = unit.writes().holdNextCommit();
        Call<Boolean> writer = Call.toRun(() -> write(statement.work));
        commit.awaitArrival();

        assertThat(body(subscribers)).contains("old");
        commit.open();
        writer.result();

        assertThat(body(subscribers)).contains("new");
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void aDeleteRemovesTheRow(LoadMode load) {
        SubscriberCache subscribers = opened(load);

        write(em ->
                em.createQuery("delete from Subscriber where email = 'mail1'").executeUpdate());

        assertThat(subscribers.getById(1L)).isEmpty();
        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H13")
    void aKeyThatAStatementChanges(LoadMode load) {
        SubscriberCache subscribers = opened(load);

        write(em -> em.createQuery("update Subscriber set email = 'moved' where id = 1")
                .executeUpdate());

        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        assertThat(subscribers.getByEmail("moved")).isPresent();
        agrees(subscribers);
    }

    @Test
    void hqlReachesNoModelButThoseItWrites() {
        SubscriberCache subscribers = opened(LoadMode.LAZY);
        BranchCache branches = open(BranchCache.builder().configure(o -> o.load(LoadMode.LAZY)));
        persist(new Branch(1L, "Bremen"));
        branches.getById(1L);

        write(Statement.HQL.work);

        assertThat(branches.isCachedById(1L)).isTrue();
        assertThat(body(subscribers)).contains("new");
    }

    /** In the ways that each database has to hide a write from whoever reads the statement. */
    private String hidden(String statement) {
        return switch (unit.database()) {
            case H2 -> "execute immediate '" + statement.replace("'", "''") + "'";
            case POSTGRESQL -> "do $$ begin " + statement + "; end $$";
        };
    }

    @Test
    void nativeSqlOfWhichItCannotBeToldWhatItWritesReachesEveryModel() {
        SubscriberCache subscribers = opened(LoadMode.LAZY);
        BranchCache branches = open(BranchCache.builder().configure(o -> o.load(LoadMode.LAZY)));
        persist(new Branch(1L, "Bremen"));
        branches.getById(1L);

        write(em -> em.createNativeQuery(hidden("update Subscriber set body = 'new' where id = 1"))
                .executeUpdate());

        assertThat(body(subscribers)).contains("new");
        assertThat(branches.isCachedById(1L)).isFalse();
    }

    @Test
    void nativeSqlThatWritesATableOfWhichHibernateDoesNotKnowReachesEveryModel() {
        jdbc("create view Reachable as select * from Subscriber");
        try {
            SubscriberCache subscribers = opened(LoadMode.LAZY);
            BranchCache branches = open(BranchCache.builder().configure(o -> o.load(LoadMode.LAZY)));
            persist(new Branch(1L, "Bremen"));
            branches.getById(1L);

            write(em -> em.createNativeQuery("delete from Reachable where email = 'nobody'")
                    .executeUpdate());

            assertThat(subscribers.isCachedById(1L)).isFalse();
            assertThat(branches.isCachedById(1L)).isFalse();
        } finally {
            jdbc("drop view Reachable");
        }
    }

    @Test
    void aSelectDropsNothing() {
        SubscriberCache subscribers = opened(LoadMode.LAZY);

        write(em -> {
            em.createQuery("from Subscriber").getResultList();
            em.createNativeQuery("select body from Subscriber").getResultList();
        });

        assertThat(subscribers.isCachedById(1L)).isTrue();
    }

    @Test
    @Tag("H16")
    void inAStatelessSession() {
        SubscriberCache subscribers = opened(LoadMode.LAZY);

        stateless(session -> session.createMutationQuery("update Subscriber set body = 'new' where id = 1")
                .executeUpdate());
        assertThat(body(subscribers)).contains("new");

        stateless(session -> session.createNativeMutationQuery("update Subscriber set body = 'newer' where id = 1")
                .executeUpdate());
        assertThat(body(subscribers)).contains("newer");

        stateless(session -> {
            CriteriaBuilder criteria = session.getCriteriaBuilder();
            CriteriaDelete<Subscriber> delete = criteria.createCriteriaDelete(Subscriber.class);
            delete.where(criteria.equal(delete.from(Subscriber.class).get("email"), "mail1"));
            session.createMutationQuery(delete).executeUpdate();
        });
        assertThat(body(subscribers)).isEmpty();
        agrees(subscribers);
    }
}
