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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("Rows that move into a list and out of it")
@Tag("H24")
class MovedRowsTest extends FreshTest {
    MovedRowsTest(Database database) {
        super(database);
    }

    private SubscriberCache opened(LoadMode load) {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = subscribers(load);
        assertThat(free(subscribers)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(paid(subscribers)).isEmpty();
        return subscribers;
    }

    private static List<Long> free(SubscriberCache subscribers) {
        return subscribers.listByTier("free").stream()
                .map(SubscriberSnapshot::id)
                .toList();
    }

    private static List<Long> paid(SubscriberCache subscribers) {
        return subscribers.listManyByTier(List.of("paid")).getOrDefault("paid", List.of()).stream()
                .map(SubscriberSnapshot::id)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void anUpdateMovesARowFromOneToTheOther(LoadMode load) {
        SubscriberCache subscribers = opened(load);

        change(1, s -> s.tier = "paid");

        assertThat(free(subscribers)).containsExactly(2L);
        assertThat(paid(subscribers)).containsExactly(1L);
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void anUpdateThatMovesNoRowShowsInTheList(LoadMode load) {
        SubscriberCache subscribers = opened(load);

        change(1, s -> s.body = "new");

        assertThat(subscribers.listByTier("free"))
                .extracting(SubscriberSnapshot::body)
                .containsExactlyInAnyOrder("new", "two");
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void anInsertComesInAndADeleteGoes(LoadMode load) {
        SubscriberCache subscribers = opened(load);

        persist(subscriber(3, "three"));
        assertThat(free(subscribers)).containsExactlyInAnyOrder(1L, 2L, 3L);

        write(em -> em.remove(em.find(Subscriber.class, 1L)));
        assertThat(free(subscribers)).containsExactlyInAnyOrder(2L, 3L);
        assertThat(subscribers.listAll()).extracting(SubscriberSnapshot::id).containsExactlyInAnyOrder(2L, 3L);
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void anAssociationThatChanges(LoadMode load) {
        Branch bremen = new Branch(1L, "Bremen");
        Branch essen = new Branch(2L, "Essen");
        persist(bremen, essen, new Desk(1L, "window", bremen));
        DeskCache desks = open(DeskCache.builder().configure(o -> o.load(load)));
        assertThat(desks.listByBranchId(1L)).hasSize(1);
        assertThat(desks.listByBranchId(2L)).isEmpty();

        write(em -> em.find(Desk.class, 1L).branch = em.getReference(Branch.class, 2L));

        assertThat(desks.listByBranchId(1L)).isEmpty();
        assertThat(desks.listByBranchId(2L)).extracting(DeskSnapshot::label).containsExactly("window");
    }

    @Test
    @Tag("H1")
    void aListThatWasReadBeforeTheMoveIsNotKept() {
        SubscriberCache subscribers = opened(LoadMode.LAZY);
        subscribers.invalidateByTier("paid");
        Gate gate = unit.loads().holdNextAnswer();
        Call<List<Long>> early = Call.to(() -> paid(subscribers));
        gate.awaitArrival();

        change(1, s -> s.tier = "paid");
        gate.open();
        early.result();

        assertThat(paid(subscribers)).containsExactly(1L);
        agrees(subscribers);
    }
}
