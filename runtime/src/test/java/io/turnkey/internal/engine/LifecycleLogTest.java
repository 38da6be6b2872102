package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.CacheEvent;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.EventLog;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What somebody who has only the log knows of a cache. */
@Tag("F82")
class LifecycleLogTest {
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final Table table = new Table();
    private final RowModel model = new RowModel(true, row -> {});

    private Engine<Row, Long> engine(UnaryOperator<CacheOptions.Builder> options, @Nullable WriteFeeds feeds) {
        return engine(options, feeds, loggers);
    }

    private Engine<Row, Long> engine(
            UnaryOperator<CacheOptions.Builder> options, @Nullable WriteFeeds feeds, Function<String, Logger> loggers) {
        ManualClock clock = new ManualClock();
        SquashedLog log = new SquashedLog(clock, loggers);
        LoadExecutor direct = new LoadExecutor(Integer.MAX_VALUE, Runnable::run, Thread::new);
        EventBus events = new EventBus(Runnable::run, log);
        if (feeds != null) {
            new EventLog(log).listenTo(events);
        }
        return new Engine<>(
                model.model,
                options.apply(CacheOptions.builder()).build(),
                table,
                new Environment(CoarseClock.of(clock), direct, direct, events, null, feeds, null));
    }

    private Engine<Row, Long> engine(UnaryOperator<CacheOptions.Builder> options) {
        return engine(options, new Feeds());
    }

    /** The lines of a level, without times, which differ. */
    private List<String> lines(String level) {
        return loggers.lines(level).stream()
                .map(line -> line.replaceAll("[\\d,]+ ms", "N ms"))
                .toList();
    }

    @Test
    void aModelThatIsKeptWholeSaysHowManyRowsItHasAndHowFreshTheyAre() {
        for (long id = 1; id <= 1_200; id++) {
            table.put(Row.of(id));
        }

        engine(options -> options.ttl(Duration.ofMinutes(90))).start();

        assertThat(lines("INFO"))
                .containsExactly("io.turnkey.Row: Row: 1,200 rows in N ms, kept whole; ttl 1h30m, refreshed every 5m");
    }

    @Test
    void aModelWhoseRowsComeWhenTheyAreAskedForSaysSo() {
        engine(options -> options.load(LoadMode.LAZY).maxSize(50_000).ttl(CacheOptions.FOREVER))
                .start();

        assertThat(lines("INFO"))
                .containsExactly(
                        "io.turnkey.Row: Row: ready in N ms, rows come when they are asked for, at most 50,000; no ttl");
    }

    @Test
    void aModelThatIsRefreshedAlthoughItIsNotKeptWholeSaysSo() {
        engine(options -> options.load(LoadMode.LAZY)
                        .maxSize(CacheOptions.UNLIMITED)
                        .ttl(Duration.ofMillis(1_500))
                        .refreshInterval(Duration.ofSeconds(30)))
                .start();

        assertThat(lines("INFO"))
                .containsExactly(
                        "io.turnkey.Row: Row: ready in N ms, rows come when they are asked for, any number of them; ttl 1,500ms, refreshed every 30s");
    }

    @Test
    @Tag("F24")
    void aModelThatReadsNothingWhenItIsAskedSaysSo() {
        engine(options -> options.load(LoadMode.LAZY).readThrough(false)).start();

        assertThat(lines("INFO"))
                .containsExactly(
                        "io.turnkey.Row: Row: ready in N ms, what was never loaded counts as absent (readThrough = false); ttl 1h");
    }

    @Test
    void aTableThatIsTooLargeForAutoIsNamedOnce() {
        table.put(Row.of(1), Row.of(2), Row.of(3));
        Engine<Row, Long> engine = engine(options -> options.maxSize(2));

        engine.start();
        engine.sync(SyncMode.FULL);

        assertThat(lines("INFO"))
                .hasSize(2)
                .first()
                .asString()
                .contains("Row has more rows than maxSize = 2: it is not kept whole");
    }

    @Test
    void aCacheThatIsOffSaysSo() {
        engine(options -> options.enabled(false)).start();

        assertThat(lines("INFO"))
                .containsExactly(
                        "io.turnkey.Row: Row: ready, but off: every read goes to the database (enabled = false)");
    }

    @Test
    void theLastLineHasTheTotals() {
        table.put(Row.of(1), Row.of(2));
        Engine<Row, Long> engine = engine(options -> options.load(LoadMode.LAZY).maxSize(1));
        engine.start();
        engine.byId().get(1L);
        engine.byId().get(1L);
        engine.byId().get(1L);
        engine.byId().get(2L);

        engine.shutdown();
        engine.shutdown();

        assertThat(lines("INFO"))
                .hasSize(2)
                .last()
                .isEqualTo(
                        "io.turnkey.Row: Row: closed; 2 hits, 2 misses, 0 known to be absent (hit rate 50.0 %), 0 list hits, 0 list misses, 2 loads in N ms, 0 failed loads, 0 syncs in N ms, 0 failed syncs, 1 eviction, 0 dropped events");
    }

    @Test
    void theLastLineHasWhatTheHitRateIsMadeOfAndListsAndSyncs() {
        table.put(Row.of(1));
        Engine<Row, Long> engine = engine(options -> options.load(LoadMode.AUTO).negativeTtl(Duration.ofMinutes(1)));
        engine.start();
        engine.byId().get(99L);
        for (int n = 0; n < 2_000; n++) {
            engine.byId().get(99L);
        }
        engine.listAll();
        table.fail(new IllegalStateException("no database"));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> engine.sync(SyncMode.FULL));

        engine.shutdown();

        assertThat(lines("INFO"))
                .last()
                .isEqualTo(
                        "io.turnkey.Row: Row: closed; 0 hits, 1 miss, 2,000 known to be absent (hit rate 99.9 %), 1 list hit, 0 list misses, 1 load in N ms, 0 failed loads, 1 sync in N ms, 1 failed sync, 0 evictions, 0 dropped events");
    }

    @Test
    void whoWasNeverAskedHasNoHitRate() {
        Engine<Row, Long> engine = engine(options -> options.load(LoadMode.LAZY));
        engine.start();

        engine.shutdown();

        assertThat(lines("INFO")).last().asString().contains("(never asked by a key)");
    }

    @Test
    void loadsThatWorkAgainSayAfterHowManyFailures() {
        table.put(Row.of(1));
        Engine<Row, Long> engine = engine(options -> options.load(LoadMode.LAZY));
        engine.start();
        table.fail(new IllegalStateException("no database"));
        for (int n = 0; n < 3; n++) {
            assertThatExceptionOfType(CacheLoadException.class)
                    .isThrownBy(() -> engine.byId().get(1L));
        }
        table.fail(null);

        engine.byId().get(1L);

        assertThat(lines("WARN")).singleElement().asString().startsWith("io.turnkey.Row: Row.getById failed <- ");
        assertThat(lines("INFO"))
                .last()
                .isEqualTo("io.turnkey.Row: Row.getById works again after 3 failures since 2026-01-01T00:00:00Z");
    }

    @Test
    @Tag("F84")
    void cachesInMemoryAreQuiet() {
        table.put(Row.of(1), Row.of(2), Row.of(3));
        whateverAnEngineWritesOf(engine(options -> options.maxSize(2), null));

        assertThat(loggers.lines()).isEmpty();
    }

    /** Starts it although the table is too large, refreshes it although nothing tells what changed, and asks for a key that the database finds by another spelling. */
    private void whateverAnEngineWritesOf(Engine<Row, Long> engine) {
        engine.start();
        engine.sync(SyncMode.INCREMENTAL);
        table.ignoreCase();
        assertThat(engine.unique(model.email).get("R1@EXAMPLE.COM")).isEmpty();
        assertThat(engine.stats().mismatches()).isEqualTo(1);
        engine.shutdown();
    }

    @Test
    void aLoggerThatThrowsKeepsNoCacheFromStartingAnsweringNorClosing() {
        Logger full = (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("disk full");
                });
        Engine<Row, Long> engine = engine(options -> options, new Feeds(), name -> full);
        List<CacheEvent> seen = new ArrayList<>();
        engine.on(CacheEvent.class, seen::add);
        engine.start();
        engine.shutdown();

        assertThat(seen).contains(new CacheEvent.Ready("Row", 0)).endsWith(new CacheEvent.Closed("Row"));
        table.put(Row.of(1), Row.of(2), Row.of(3));
        whateverAnEngineWritesOf(engine(options -> options.maxSize(2), new Feeds(), name -> full));
    }
}
