package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.Gate;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.support.Loaders;
import io.turnkey.AuditReport;
import io.turnkey.CacheEvent.Evicted;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("What a cache counts")
@Tag("F81")
class StatisticsTest extends FreshTest {
    private final Clock clock = new Clock();
    private final Heard heard = new Heard();

    StatisticsTest(Database database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        for (long id = 1; id <= 5; id++) {
            persist(subscriber(id, "old"));
        }
    }

    /** Rows live ten minutes, are served stale for five more, and if the database fails for an hour. */
    private SubscriberCache opened(LoadMode load, Consumer<CacheOptions.Builder> options) {
        return open(SubscriberCache.builder()
                .configure(o ->
                        o.load(load).ttl(Duration.ofMinutes(10)).ttlJitter(0).maxStale(Duration.ofMinutes(5)))
                .configure(options)
                .clock(clock));
    }

    private SubscriberCache lazy() {
        return opened(LoadMode.LAZY, o -> {});
    }

    @Test
    void nothingYet() {
        CacheStats stats = lazy().stats();

        assertThat(stats.hitRate()).isEqualTo(1);
        assertThat(stats.sinceSync()).isNull();
        assertThat(stats.oldestAge()).isZero();
        assertThat(stats.loadTime()).isZero();
        assertThat(stats.size() + stats.lists() + stats.hits() + stats.misses() + stats.loads() + stats.syncs())
                .isZero();
        assertThat(stats.indexSizes()).containsExactlyInAnyOrderEntriesOf(Map.of("email", 0, "tenantAndLogin", 0));
    }

    @Test
    void hitsMissesAndLoadsByEveryKeySinglyAndTogether() {
        SubscriberCache subscribers = lazy();
        subscribers.getById(1L);
        subscribers.getByEmail("mail1");
        subscribers.getByTenantAndLogin(1L, "login1");
        subscribers.getManyById(List.of(1L, 2L, 3L));
        subscribers.getByEmail("nobody");
        subscribers.peekById(1L);
        subscribers.isCachedById(4L);
        subscribers.getManyById(List.of(1L, 2L, 3L));

        CacheStats stats = subscribers.stats();
        assertThat(stats.hits()).isEqualTo(6);
        assertThat(stats.misses()).isEqualTo(4);
        assertThat(stats.hitRate()).isEqualTo(0.6);
        assertThat(stats.loads()).isEqualTo(3);
        assertThat(stats.loadTime()).isPositive();
        assertThat(stats.loadFailures()).isZero();
        assertThat(stats.size()).isEqualTo(3);
        assertThat(stats.indexSizes()).containsEntry("email", 3).containsEntry("tenantAndLogin", 3);
    }

    @Test
    @Tag("F27")
    void whatIsKnownNotToExistIsNoMissAndCountsAsAnswered() {
        SubscriberCache subscribers = opened(LoadMode.LAZY, o -> o.negativeTtl(Duration.ofMinutes(1)));
        subscribers.getById(99L);
        subscribers.getById(99L);
        subscribers.getManyById(List.of(99L));

        CacheStats stats = subscribers.stats();
        assertThat(stats.negativeHits()).isEqualTo(2);
        assertThat(stats.misses()).isEqualTo(1);
        assertThat(stats.hits()).isZero();
        assertThat(stats.hitRate()).isBetween(0.66, 0.67);
        assertThat(stats.negatives()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        subscribers.getById(99L);
        assertThat(subscribers.stats().misses()).as("it was forgotten").isEqualTo(2);
        subscribers.getByEmail("nobody");
        assertThat(subscribers.stats().negatives()).isEqualTo(2);
        persist(subscriber(99, "new"));
        assertThat(subscribers.stats().negatives()).isEqualTo(1);
        subscribers.clear();
        assertThat(subscribers.stats().negatives()).isZero();
    }

    @Test
    void listsByThemselves() {
        SubscriberCache subscribers = lazy();
        subscribers.listByTier("free");
        subscribers.listByTier("free");
        subscribers.listManyByTier(List.of("free", "paid"));
        subscribers.listAll();

        CacheStats stats = subscribers.stats();
        assertThat(stats.listHits()).isEqualTo(2);
        assertThat(stats.listMisses()).isEqualTo(3);
        assertThat(stats.hits() + stats.misses()).isZero();
        assertThat(stats.lists()).isEqualTo(3);
        assertThat(stats.listedRows()).isEqualTo(10);
        assertThat(stats.loads()).isEqualTo(3);
    }

    @Test
    @Tag("F26")
    void rowsThatAreServedSinceTheDatabaseFails() {
        SubscriberCache subscribers = opened(LoadMode.LAZY, o -> o.staleIfError(Duration.ofHours(1)));
        subscribers.on(Failed.class, heard);
        subscribers.getById(1L);
        unit.loads().cut(true);
        clock.advance(Duration.ofMinutes(30));

        assertThat(subscribers.getById(1L)).isPresent();
        assertThat(subscribers.getByEmail("mail1")).isPresent();
        assertThat(subscribers.getManyById(List.of(1L))).hasSize(1);

        assertThat(subscribers.stats().staleServes()).isEqualTo(3);
        assertThat(subscribers.stats().loadFailures()).isEqualTo(3);
        assertThat(heard.await(Failed.class, 3)).hasSize(3);
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getById(2L));
        clock.advance(Duration.ofMinutes(41));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getById(1L));
        unit.loads().cut(false);
        assertThat(subscribers.getById(1L)).isPresent();
    }

    @Test
    @Tag("F21")
    void rowsThatLeft() {
        SubscriberCache subscribers = opened(LoadMode.LAZY, o -> o.maxSize(3).cleanupInterval(Duration.ofMillis(10)));
        subscribers.on(Evicted.class, heard);
        for (long id = 1; id <= 5; id++) {
            subscribers.getById(id);
            assertThat(subscribers.stats().size()).isLessThanOrEqualTo(3);
        }
        assertThat(subscribers.stats().evictions()).isEqualTo(2);
        assertThat(subscribers.stats().maxSize()).isEqualTo(3);

        clock.advance(Duration.ofMinutes(16));
        heard.await(Evicted.class, 5);

        assertThat(subscribers.stats().expirations()).isEqualTo(3);
        assertThat(subscribers.stats().evictions()).isEqualTo(2);
        assertThat(subscribers.stats().size()).isZero();
    }

    @Test
    @Tag("F28")
    void loadsThatTookTooLong() throws InterruptedException {
        Loaders loaders = new Loaders();
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY).loadTimeout(Duration.ofSeconds(1)))
                .executor(loaders));
        Gate hung = unit.loads().holdNextAnswer();
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getById(1L));
        assertThat(subscribers.stats().loadFailures()).isEqualTo(1);

        hung.awaitArrival();
        hung.open();
        loaders.awaitEnd();

        assertThat(subscribers.size()).as("what comes too late is not kept").isZero();
        assertThat(subscribers.stats().loadFailures()).isEqualTo(1);
    }

    @Test
    void rowsThatChangedWhileTheyWereRead() {
        SubscriberCache subscribers = lazy();
        Gate gate = unit.loads().holdNextAnswer();
        Call<?> reader = Call.to(() -> subscribers.getById(1L));
        gate.awaitArrival();
        subscribers.invalidateById(1L);
        gate.open();
        reader.result();

        assertThat(subscribers.stats().refusedInstalls()).isEqualTo(1);
        assertThat(subscribers.stats().size()).isZero();
    }

    @Test
    @Tag("F83")
    void rowsThatDifferFromTheDatabase() {
        SubscriberCache subscribers = opened(LoadMode.FULL, o -> {});
        assertThat(subscribers.audit(100).isClean()).isTrue();
        jdbc("update Subscriber set body = 'new' where id = 1");
        jdbc("delete from Subscriber where id = 2");

        AuditReport report = subscribers.audit(100);

        assertThat(report.compared()).isEqualTo(5);
        assertThat(report.differences()).extracting(AuditReport.Difference::id).containsExactlyInAnyOrder(1L, 2L);
        assertThat(subscribers.stats().divergences()).isEqualTo(2);
        agrees(subscribers);
        assertThat(subscribers.audit(1).compared()).isEqualTo(1);
        assertThat(subscribers.stats().divergences()).isEqualTo(2);
    }

    @Test
    @Tag("F43")
    void syncsTheOneUnderWayAndHowLongAgoTheLastOneWas() {
        SubscriberCache subscribers = opened(LoadMode.FULL, o -> o.refreshInterval(Duration.ZERO));
        assertThat(subscribers.stats().syncs()).isEqualTo(1);
        assertThat(subscribers.stats().loads()).as("a sync is no load").isZero();
        assertThat(subscribers.stats().loadTime()).isZero();
        Duration initial = subscribers.stats().syncTime();
        assertThat(initial).isPositive();
        clock.advance(Duration.ofMinutes(3));
        assertThat(subscribers.stats().sinceSync()).isEqualTo(Duration.ofMinutes(3));
        assertThat(subscribers.stats().oldestAge()).isEqualTo(Duration.ofMinutes(3));

        Gate gate = unit.loads().holdNextAnswer();
        Call<Boolean> first = Call.toRun(() -> subscribers.refresh(SyncMode.FULL));
        gate.awaitArrival();
        Call<Boolean> second = Call.toRun(subscribers::refresh);
        second.awaitWaitingForSync();
        assertThat(subscribers.stats().syncing()).isTrue();
        assertThat(subscribers.stats().syncs()).isEqualTo(1);
        gate.open();
        first.result();
        second.result();

        assertThat(subscribers.stats().syncing()).isFalse();
        assertThat(subscribers.stats().syncs())
                .as("the second joined the first")
                .isEqualTo(2);
        assertThat(subscribers.stats().syncTime()).isGreaterThan(initial);
        assertThat(subscribers.stats().syncFailures()).isZero();
        assertThat(subscribers.stats().sinceSync()).isZero();
        assertThat(subscribers.stats().oldestAge())
                .as("a sync proves rows unchanged")
                .isZero();
    }

    @Test
    void aFailedSyncIsCountedByItself() {
        SubscriberCache subscribers = opened(LoadMode.FULL, o -> {});
        clock.advance(Duration.ofMinutes(2));
        unit.loads().cut(true);

        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.sync(SyncMode.FULL));

        assertThat(subscribers.stats().syncs()).isEqualTo(1);
        assertThat(subscribers.stats().syncFailures()).isEqualTo(1);
        assertThat(subscribers.stats().sinceSync()).isEqualTo(Duration.ofMinutes(2));
        assertThat(subscribers.stats().loadFailures()).isZero();
    }

    @Test
    @Tag("F29")
    void whetherTheTableIsKeptWholeAndSoHowOftenItIsRefreshed() {
        CacheStats whole = opened(LoadMode.AUTO, o -> {}).stats();
        assertThat(whole.keptWhole()).isTrue();
        assertThat(whole.options().refreshInterval()).isEqualTo(Duration.ofMinutes(5));
        CacheStats tooLarge = opened(LoadMode.AUTO, o -> o.maxSize(3)).stats();
        assertThat(tooLarge.keptWhole()).isFalse();
        assertThat(tooLarge.options().refreshInterval())
                .as("nobody asked for one")
                .isZero();
        CacheStats asked = opened(LoadMode.AUTO, o -> o.maxSize(3).refreshInterval(Duration.ofMinutes(7)))
                .stats();
        assertThat(asked.keptWhole()).isFalse();
        assertThat(asked.options().refreshInterval()).isEqualTo(Duration.ofMinutes(7));
        assertThat(lazy().stats().keptWhole()).isFalse();
    }

    @Test
    @Tag("F76")
    void healthPromisesNoRefreshThatWillNotCome() {
        try (CacheGroup caches = GeneratedCaches.all()
                .only(SubscriberCache.class)
                .configure(SubscriberCache.class, o -> o.maxSize(3))
                .loadFrom(unit.loads().source())
                .open(unit.factory())) {
            unit.loads().cut(true);
            assertThatExceptionOfType(CacheException.class).isThrownBy(caches::refresh);

            assertThat(caches.health().models().get("Subscriber").problems())
                    .singleElement()
                    .asString()
                    .endsWith("until a sync succeeds (refresh() tries again)");
        }
    }

    @Test
    void theyAreACopyThatOutlivesTheCache() {
        SubscriberCache subscribers = lazy();
        subscribers.getById(1L);
        CacheStats before = subscribers.stats();
        subscribers.getById(1L);

        assertThat(before.hits()).isZero();
        assertThat(before.options()).isEqualTo(subscribers.options());
        subscribers.close();
        assertThat(subscribers.stats().hits()).isEqualTo(1);
        assertThat(subscribers.stats().size()).isZero();
    }
}
