package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.CacheGroup;
import io.turnkey.Subscription;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.EntitySourceProvider;
import io.turnkey.spi.EntitySources;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.WriteSink;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table;
import io.turnkey.testing.engine.Table.Moment;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a group after its end, whatever it was doing. */
@Tag("F50")
@Tag("H28")
class LifecycleTest {
    private static final RowModel MODEL = new RowModel(true, row -> {});
    private static final CacheDefinition<RowCache, Row, Long> ROWS =
            new CacheDefinition<>(RowCache.class, MODEL.model, RowCache::new);

    private final Table table = new Table();
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger subscribed = new AtomicInteger();
    private final AtomicInteger closes = new AtomicInteger();

    static final class RowCache extends GeneratedCache<Row, Long> {
        RowCache(CacheEngine<Row, Long> engine) {
            super(engine);
        }
    }

    /** The table as a database, which counts who listens to it. */
    private final class Database implements EntitySourceProvider, EntitySources {
        @Override
        public Optional<EntitySources> open(EntityManagerFactory factory, @Nullable DataSource loadFrom) {
            return Optional.of(this);
        }

        @Override
        public Object unproxy(Object entity) {
            return entity;
        }

        @Override
        public @Nullable Object idOfProxy(Object entity) {
            return null;
        }

        @Override
        public boolean manages(Class<?> entity) {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <S> EntitySource<S> source(EntityModel<?, S, ?> model) {
            return (EntitySource<S>) table;
        }

        @Override
        public Subscription listen(WriteSink<?> sink) {
            subscriptions.incrementAndGet();
            subscribed.incrementAndGet();
            return subscriptions::decrementAndGet;
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }

    private CacheGroup open(String name) {
        return new GroupBuilder(
                        List.of(ROWS),
                        new Adapters(new SourceProviders(List.of(new Database())), SecondLevels.installed()),
                        new RecordingLoggers())
                .name(name)
                .clock(clock)
                .maxConcurrentLoads(8)
                .defaults(options -> options.ttl(Duration.ofMinutes(10)))
                .open(new FakeDatabase().factory);
    }

    private static List<Thread> threads(String group) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("turnkey-" + group + "-"))
                .toList();
    }

    private <T> Call<T> held(List<Gate> gates, Supplier<T> call) {
        Gate gate = table.holdNext(Moment.AFTER);
        gates.add(gate);
        Call<T> caller = Call.of(call);
        gate.awaitReached();
        return caller;
    }

    @Test
    void noThreadNoTimerNoListenerAndNoRowSurvivesLoadsThatAreUnderWay() throws InterruptedException {
        table.put(Row.of(1), Row.of(2));
        CacheGroup group = open("life");
        RowCache rows = group.get(RowCache.class);
        clock.advance(Duration.ofMinutes(10));
        table.put(Row.of(3));
        List<Gate> gates = new ArrayList<>();
        Call<Optional<Row>> stale = held(gates, () -> rows.getById(1L));
        assertThat(stale.get()).as("served while it is read again").isPresent();
        List<Call<?>> waiting = List.of(
                held(gates, () -> rows.getById(3L)),
                held(gates, () -> rows.getManyById(List.of(4L, 5L))),
                held(gates, () -> rows.listByKey("tenant", "t1")),
                held(gates, rows::listAll),
                held(gates, () -> rows.audit(10)),
                held(gates, () -> {
                    rows.invalidate("email", "nobody@example.com");
                    return true;
                }));
        group.closeOnShutdown();
        assertThat(subscribed).hasPositiveValue();

        group.close();
        group.close();
        for (Call<?> call : waiting) {
            assertThatIllegalStateException().isThrownBy(call::get).withMessage("Row is closed");
        }
        gates.forEach(Gate::open);
        for (Thread thread : threads("life")) {
            thread.join(30_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThat(rows.size()).isZero();
        assertThat(rows.stats().lists()).isZero();
        assertThat(subscriptions).hasValue(0);
        assertThat(closes).hasValue(1);
    }

    @Test
    void oneGroupsEndIsNoneOfTheOthersBusiness() {
        table.put(Row.of(1), Row.of(2));
        CacheGroup one = open("one");
        try (CacheGroup two = open("two")) {
            RowCache rows = two.get(RowCache.class);
            table.put(Row.of(3));
            List<Gate> gates = new ArrayList<>();
            Call<Optional<Row>> load = held(gates, () -> rows.getById(3L));
            one.close();
            gates.forEach(Gate::open);

            assertThat(load.get()).contains(Row.of(3));
            assertThat(rows.isCachedById(3L)).isTrue();
        }
    }
}
