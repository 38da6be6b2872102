package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.Desk;
import com.example.blackbox.fresh.DeskCache;
import com.example.blackbox.fresh.Gauge;
import com.example.blackbox.fresh.GaugeCache;
import com.example.blackbox.fresh.GaugeSnapshot;
import com.example.blackbox.fresh.Notice;
import com.example.blackbox.fresh.NoticeCache;
import com.example.blackbox.fresh.Permit;
import com.example.blackbox.fresh.PermitCache;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("A row changes without an event, or otherwise than the event says")
@Tag("H30")
class SilentChangesTest extends FreshTest {
    SilentChangesTest(Database database) {
        super(database);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPTIMISTIC_FORCE_INCREMENT", "PESSIMISTIC_FORCE_INCREMENT"})
    @Tag("F44")
    void aVersionThatIsForcedToGrow(LockModeType lock) {
        for (LoadMode load : new LoadMode[] {LoadMode.LAZY, LoadMode.FULL}) {
            reset();
            persist(subscriber(1, "old"));
            SubscriberCache subscribers = subscribers(load);
            Long before =
                    subscribers.getById(1L).map(SubscriberSnapshot::version).orElseThrow();

            write(em -> em.find(Subscriber.class, 1L, lock));

            assertThat(subscribers.getById(1L))
                    .map(SubscriberSnapshot::version)
                    .get()
                    .satisfies(after -> assertThat(after).isGreaterThan(before));
            agrees(subscribers);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("F44")
    void theDatabaseDeletesTheChildrenWithTheirParent(LoadMode load) {
        Branch bremen = new Branch(1L, "Bremen");
        Branch essen = new Branch(2L, "Essen");
        persist(bremen, essen, new Desk(1L, "window", bremen), new Desk(2L, "door", essen));
        BranchCache branches = open(BranchCache.builder().configure(o -> o.load(load)));
        DeskCache desks = open(DeskCache.builder().configure(o -> o.load(load)));
        assertThat(desks.getById(1L)).isPresent();
        assertThat(desks.listByBranchId(1L)).hasSize(1);

        write(em -> em.remove(em.find(Branch.class, 1L)));

        assertThat(branches.getById(1L)).isEmpty();
        assertThat(desks.getById(1L)).isEmpty();
        assertThat(desks.getByLabel("window")).isEmpty();
        assertThat(desks.listByBranchId(1L)).isEmpty();
        assertThat(desks.getById(2L)).isPresent();
        assertThat(desks.listAll()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("F45")
    void alsoIfAStatementDeletesTheParent(LoadMode load) {
        Branch bremen = new Branch(1L, "Bremen");
        persist(bremen, new Desk(1L, "window", bremen));
        DeskCache desks = open(DeskCache.builder().configure(o -> o.load(load)));
        assertThat(desks.getById(1L)).isPresent();

        write(em -> em.createQuery("delete from Branch where id = 1").executeUpdate());

        assertThat(desks.getById(1L)).isEmpty();
        assertThat(desks.listAll()).isEmpty();
    }

    private GaugeCache gauges(LoadMode load) {
        persist(new Gauge(1L, "code", "serial", new BigDecimal("1.00")));
        GaugeCache gauges = open(GaugeCache.builder().configure(o -> o.load(load)));
        gauges.getById(1L);
        return gauges;
    }

    private Optional<GaugeSnapshot> stored(long id) {
        return unit.factory()
                .callInTransaction(
                        em -> Optional.ofNullable(em.find(Gauge.class, id)).map(GaugeSnapshot::of));
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void whatTheEntityCannotUpdateIsAsTheRowHasIt(LoadMode load) {
        GaugeCache gauges = gauges(load);

        write(em -> {
            Gauge gauge = em.find(Gauge.class, 1L);
            gauge.serial = "not written";
            gauge.state = "not written";
            gauge.reading = new BigDecimal("2.00");
        });

        assertThat(gauges.getById(1L)).isEqualTo(stored(1)).get().satisfies(gauge -> {
            assertThat(gauge.serial()).isEqualTo("serial");
            assertThat(gauge.state()).isEqualTo("idle");
            assertThat(gauge.reading()).isEqualByComparingTo("2");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void whatTheDatabaseFillsInOrRoundsIsAsTheRowHasIt(LoadMode load) {
        GaugeCache gauges = gauges(load);

        persist(new Gauge(2L, "code2", "serial2", new BigDecimal("1.23456")));

        assertThat(gauges.getByCode("code2")).isEqualTo(stored(2)).get().satisfies(gauge -> {
            assertThat(gauge.state()).isEqualTo("idle");
            assertThat(gauge.reading()).isEqualTo(new BigDecimal("1.23"));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("F44")
    void onlyACollectionChangesAndThereIsNoVersion(LoadMode load) {
        GaugeCache gauges = gauges(load);
        assertThat(gauges.getById(1L).orElseThrow().marks()).isEmpty();

        write(em -> em.find(Gauge.class, 1L).marks.add("red"));
        assertThat(gauges.getById(1L).orElseThrow().marks()).containsExactly("red");

        write(em -> em.find(Gauge.class, 1L).marks.clear());
        assertThat(gauges.getByCode("code").orElseThrow().marks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("F44")
    void aRowThatIsDeletedSoftly(LoadMode load) {
        persist(new Notice(1L, "ada"), new Notice(2L, "ada"));
        NoticeCache notices = open(NoticeCache.builder().configure(o -> o.load(load)));
        assertThat(notices.listByAuthor("ada")).hasSize(2);

        write(em -> em.remove(em.find(Notice.class, 1L)));

        assertThat(notices.getById(1L)).isEmpty();
        assertThat(notices.listByAuthor("ada")).hasSize(1);
        assertThat(notices.listAll()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("F44")
    @Tag("F45")
    void aRowRefersToRowsThatAreDeleted(LoadMode load) {
        List<Notice> notices = List.of(new Notice(1L, "ada"), new Notice(2L, "bob"), new Notice(3L, "eve"));
        Branch bremen = new Branch(1L, "Bremen");
        Branch essen = new Branch(2L, "Essen");
        notices.forEach(this::persist);
        persist(bremen, essen, new Permit(1L, "read", Set.copyOf(notices), Set.of(bremen, essen)));
        PermitCache permits = open(PermitCache.builder().configure(o -> o.load(load)));
        assertThat(permits.getById(1L).orElseThrow().noticeIds()).containsExactlyInAnyOrder(1L, 2L, 3L);

        write(em -> em.remove(em.find(Notice.class, 1L)));
        assertThat(permits.getById(1L).orElseThrow().noticeIds()).containsExactlyInAnyOrder(2L, 3L);

        write(em -> em.createQuery("delete from Notice where id = 2").executeUpdate());
        assertThat(permits.getByName("read").orElseThrow().noticeIds()).containsExactly(3L);

        write(em -> em.remove(em.find(Branch.class, 1L)));
        assertThat(permits.getById(1L).orElseThrow().branchIds()).containsExactly(2L);

        write(em -> em.createQuery("delete from Branch where id = 2").executeUpdate());
        assertThat(permits.getById(1L).orElseThrow().branchIds()).isEmpty();
    }
}
