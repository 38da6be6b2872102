package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.Desk;
import com.example.blackbox.fresh.DeskCache;
import com.example.blackbox.fresh.DeskSnapshot;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("Writers who do not know what the row carried before")
@Tag("H24")
@Tag("P1")
class StaleWritersTest extends FreshTest {
    StaleWritersTest(Database database) {
        super(database);
    }

    private SubscriberCache tiers() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.listManyByTier(List.of("free", "paid", "none"));
        return subscribers;
    }

    private static List<Long> tier(SubscriberCache subscribers, String tier) {
        return subscribers.listByTier(tier).stream().map(SubscriberSnapshot::id).toList();
    }

    private DeskCache desks() {
        persist(new Branch(1L, "Bremen"), new Branch(2L, "Essen"), new Branch(3L, "Ulm"));
        write(em -> {
            em.persist(new Desk(1L, "window", em.getReference(Branch.class, 1L)));
            em.persist(new Desk(2L, "door", em.getReference(Branch.class, 2L)));
        });
        DeskCache desks = open(DeskCache.builder().configure(o -> o.load(LoadMode.LAZY)));
        desks.listManyByBranchId(List.of(1L, 2L, 3L));
        return desks;
    }

    private static List<String> branch(DeskCache desks, long id) {
        return desks.listByBranchId(id).stream().map(DeskSnapshot::label).toList();
    }

    @Test
    @Tag("H15")
    void aBulkUpdateThatRaisesNoVersionIsOverwrittenFromAnOlderLoad() {
        SubscriberCache subscribers = tiers();

        write(em -> {
            Subscriber old = em.find(Subscriber.class, 1L);
            write(other -> other.createQuery("update Subscriber set tier = 'paid' where id = 1")
                    .executeUpdate());
            assertThat(tier(subscribers, "paid")).containsExactly(1L);
            assertThat(tier(subscribers, "free")).containsExactly(2L);
            old.body = "new";
        });

        assertThat(tier(subscribers, "paid")).isEmpty();
        assertThat(tier(subscribers, "free")).containsExactlyInAnyOrder(1L, 2L);
        agrees(subscribers);
    }

    @Test
    @Tag("H15")
    void aBulkUpdateIsOverwrittenWhereThereIsNoVersion() {
        DeskCache desks = desks();

        write(em -> {
            Desk old = em.find(Desk.class, 1L);
            write(other -> other.createQuery("update Desk set branch.id = 3 where id = 1")
                    .executeUpdate());
            assertThat(branch(desks, 3)).containsExactly("window");
            assertThat(branch(desks, 1)).isEmpty();
            old.label = "new";
        });

        assertThat(branch(desks, 3)).isEmpty();
        assertThat(branch(desks, 1)).containsExactly("new");
        assertThat(branch(desks, 2)).containsExactly("door");
    }

    @Test
    @Tag("H16")
    void aRowThatAStatelessSessionOverwritesLeavesTheListThatItWasIn() {
        SubscriberCache subscribers = tiers();

        stateless(session -> {
            Subscriber row = session.get(Subscriber.class, 1L);
            row.tier = "paid";
            session.update(row);
        });

        assertThat(subscribers.isCachedByTier("none")).isTrue();
        assertThat(tier(subscribers, "paid")).containsExactly(1L);
        assertThat(tier(subscribers, "free")).containsExactly(2L);
        agrees(subscribers);
    }

    @Test
    void whereThereIsNoVersionTheOtherListsStayInMemory() {
        DeskCache desks = desks();

        write(em -> em.find(Desk.class, 1L).label = "new");
        assertThat(desks.isCachedByBranchId(1L)).isFalse();
        assertThat(desks.isCachedByBranchId(2L)).isTrue();
        assertThat(desks.isCachedByBranchId(3L)).isTrue();
        assertThat(branch(desks, 1)).containsExactly("new");

        write(em -> em.find(Desk.class, 1L).branch = em.getReference(Branch.class, 3L));
        assertThat(desks.isCachedByBranchId(1L)).isFalse();
        assertThat(desks.isCachedByBranchId(2L)).isTrue();
        assertThat(desks.isCachedByBranchId(3L)).isFalse();
        assertThat(branch(desks, 1)).isEmpty();
        assertThat(branch(desks, 3)).containsExactly("new");

        write(em -> em.remove(em.find(Desk.class, 1L)));
        assertThat(desks.isCachedByBranchId(3L)).isFalse();
        assertThat(desks.isCachedByBranchId(2L)).isTrue();
        assertThat(branch(desks, 3)).isEmpty();
    }

    @Test
    @Tag("H1")
    @Tag("H13")
    void whoComesAfterTheCommitDoesNotJoinTheLoadOfAListThatTheRowHasLeft() {
        DeskCache desks = desks();
        desks.invalidateByBranchId(1L);
        Gate gate = unit.loads().holdNextAnswer();
        Call<List<String>> early = Call.to(() -> branch(desks, 1));
        gate.awaitArrival();

        write(em -> em.find(Desk.class, 1L).branch = em.getReference(Branch.class, 3L));
        assertThat(branch(desks, 1)).isEmpty();
        gate.open();
        early.result();

        assertThat(branch(desks, 1)).isEmpty();
        assertThat(branch(desks, 3)).containsExactly("window");
    }
}
