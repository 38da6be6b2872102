package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Gauge;
import com.example.blackbox.fresh.GaugeCache;
import com.example.blackbox.fresh.GaugeSnapshot;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("A load that read the row before it was written, and comes back after")
class RacingLoadsTest extends FreshTest {
    RacingLoadsTest(Database database) {
        super(database);
    }

    /** The ways to one row, each with a statement of its own. */
    enum Path {
        ID(c -> c.getById(1L).stream().toList()),
        EMAIL(c -> c.getByEmail("mail1").stream().toList()),
        PAIR(c -> c.getByTenantAndLogin(1L, "login1").stream().toList()),
        MANY(c -> c.getManyByEmail(List.of("mail1")).values()),
        LIST(c -> c.listByTier("free")),
        ALL(SubscriberCache::listAll),
        REFRESH(c -> c.refreshById(1L).stream().toList());

        private final Function<SubscriberCache, Collection<SubscriberSnapshot>> read;

        Path(Function<SubscriberCache, Collection<SubscriberSnapshot>> read) {
            this.read = read;
        }

        String body(SubscriberCache cache) {
            return read.apply(cache).stream()
                    .filter(row -> row.id() == 1)
                    .map(SubscriberSnapshot::body)
                    .findAny()
                    .orElse("no such row");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H1")
    @Tag("H3")
    @Tag("P1")
    void isNotKeptAndNotJoined(Path path) {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = unit.loads().holdNextAnswer();
        Call<String> early = Call.to(() -> path.body(subscribers));
        gate.awaitArrival();

        change(1, s -> s.body = "new");

        assertThat(path.body(subscribers))
                .as("a later caller, while the old load still runs")
                .isEqualTo("new");
        gate.open();
        assertThat(early.result()).isIn("old", "new");
        assertThat(path.body(subscribers)).isEqualTo("new");
        assertThat(subscribers.stats().refusedInstalls()).isPositive();
        agrees(subscribers);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H1")
    @Tag("H3")
    void bringsNoDeletedRowBack(Path path) {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = unit.loads().holdNextAnswer();
        Call<String> early = Call.to(() -> path.body(subscribers));
        gate.awaitArrival();

        write(em -> em.remove(em.find(Subscriber.class, 1L)));
        gate.open();
        early.result();

        for (Path later : Path.values()) {
            assertThat(later.body(subscribers)).as(later.name()).isEqualTo("no such row");
        }
    }

    @Test
    @Tag("H3")
    @Tag("H13")
    void byItsOldKeyIsNotKeptUnderIt() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = unit.loads().holdNextAnswer();
        Call<Optional<SubscriberSnapshot>> early = Call.to(() -> subscribers.getByEmail("mail1"));
        gate.awaitArrival();

        change(1, s -> s.email = "moved");
        gate.open();
        early.result();

        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        assertThat(subscribers.getByEmail("moved")).isPresent();
        agrees(subscribers);
    }

    @Test
    @Tag("H1")
    @Tag("H20")
    void thatFoundNoRowIsNotRemembered() {
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY).negativeTtl(Duration.ofHours(1))));
        Gate gate = unit.loads().holdNextAnswer();
        Call<Optional<SubscriberSnapshot>> early = Call.to(() -> subscribers.getByEmail("mail1"));
        gate.awaitArrival();

        persist(subscriber(1, "new"));
        gate.open();

        assertThat(early.result()).isEmpty();
        assertThat(subscribers.getByEmail("mail1")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("H11")
    void inASyncIsNotKept(LoadMode load) {
        persist(subscriber(1, "old"), subscriber(2, "goes"), subscriber(3, "stays"));
        SubscriberCache subscribers = subscribers(load);
        subscribers.getManyById(List.of(1L, 2L, 3L));
        Gate gate = unit.loads().holdNextAnswer(sql -> sql.startsWith("select"));
        Call<Boolean> sync = Call.toRun(() -> subscribers.sync(SyncMode.FULL));
        gate.awaitArrival();

        change(1, s -> s.body = "new");
        write(em -> em.remove(em.find(Subscriber.class, 2L)));
        persist(subscriber(4, "comes"));
        assertThat(Path.ID.body(subscribers)).isEqualTo("new");
        assertThat(subscribers.getById(4L)).isPresent();
        gate.open();
        sync.result();

        assertThat(subscribers.getById(2L)).isEmpty();
        assertThat(subscribers.getById(4L)).isPresent();
        agrees(subscribers);
    }

    @Test
    @Tag("H27")
    @Tag("P3")
    void byAnotherKeyDoesNotReplaceTheNewerVersion() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = unit.loads().holdNextAnswer();
        Call<Optional<SubscriberSnapshot>> early = Call.to(() -> subscribers.getById(1L));
        gate.awaitArrival();

        jdbc("update Subscriber set body = 'new', version = version + 1 where id = 1");
        assertThat(Path.EMAIL.body(subscribers)).isEqualTo("new");
        gate.open();
        early.result();

        for (Path later : Path.values()) {
            assertThat(later.body(subscribers)).as(later.name()).isEqualTo("new");
        }
    }

    @Test
    @Tag("H27")
    void withoutAVersionNeitherIsKeptAndTheRowIsReadAgain() {
        persist(new Gauge(1L, "code", "serial", new BigDecimal("1.00")));
        GaugeCache gauges = open(GaugeCache.builder().configure(o -> o.load(LoadMode.LAZY)));
        Gate gate = unit.loads().holdNextAnswer();
        Call<Optional<GaugeSnapshot>> early = Call.to(() -> gauges.getById(1L));
        gate.awaitArrival();

        jdbc("update Gauge set reading = 2 where id = 1");
        assertThat(gauges.getByCode("code")).map(GaugeSnapshot::reading).contains(new BigDecimal("2.00"));
        gate.open();

        assertThat(early.result()).map(GaugeSnapshot::reading).contains(new BigDecimal("2.00"));
        assertThat(gauges.getById(1L)).map(GaugeSnapshot::reading).contains(new BigDecimal("2.00"));
    }
}
