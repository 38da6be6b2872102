package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.EvictionCause;
import io.turnkey.CacheEvent.IndexCleared;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.load.ListLoader;
import io.turnkey.internal.load.Loads;
import io.turnkey.internal.load.Mismatches;
import io.turnkey.internal.load.Reloads;
import io.turnkey.internal.load.RowLoader;
import io.turnkey.internal.load.SharedRows;
import io.turnkey.internal.load.UniqueKey;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.stats.FailureStreak;
import io.turnkey.internal.stats.FailureStreak.Failures;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Coverage;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.internal.store.Lists;
import io.turnkey.internal.store.Negatives;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.StoreListener;
import io.turnkey.internal.store.Tickets;
import io.turnkey.internal.sync.Memory;
import io.turnkey.internal.sync.Surroundings;
import io.turnkey.internal.sync.Synchronizer;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of one cache's engine, put together. */
final class EngineParts<S, ID> implements StoreListener<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final CacheOptions options;
    private final boolean refreshesIfWhole;
    private final CoarseClock clock;
    private final EventBus events;
    private final RowEvents<S, ID> rowEvents;
    private final Lifetime lifetime;
    private final Counters counters = new Counters();
    private final FailureStreak loadFailures;
    private final Tickets<S, ID> tickets;
    private final Coverage<ID> coverage;
    private final Store<S, ID> store;
    private final Negatives negatives;
    private final Lists<S> lists;
    private final RowLoader<S, ID> rows;
    private final ListLoader<S, ID> listLoader;
    private final Reloads<ID> reloads;
    private final Changes<S, ID> changes;
    private final Synchronizer<S, ID> synchronizer;
    private final @Nullable Sharing<S, ID> sharing;
    private @Nullable Membership<S, ID> membership;

    /** Whether the table is to be loaded, and has not been yet: until then what memory lacks is not absent, it is unknown. */
    private volatile boolean awaitsTable;

    private volatile boolean closed;

    EngineParts(EntityModel<?, S, ID> model, CacheOptions given, EntitySource<S> source, Environment environment) {
        this.model = model;
        options = given.resolved();
        awaitsTable = options.load() != LoadMode.LAZY;
        refreshesIfWhole = given.refreshInterval().equals(CacheOptions.AUTOMATIC);
        clock = environment.clock();
        events = environment.events();
        rowEvents = new RowEvents<>(model, events);
        loadFailures = new FailureStreak(clock::millis);
        Shared others = environment.shared();
        lifetime = new Lifetime(options, clock, others == null ? null : others.disconnectedTtl());
        tickets = new Tickets<>(model, clock);
        coverage = new Coverage<>(options.load() != LoadMode.LAZY, options.readThrough(), options.maxSize(), lifetime);
        store = new Store<>(model, options, tickets, lifetime, coverage, this, others != null);
        negatives = new Negatives(options.maxSize(), lifetime);
        lists = new Lists<>(options.maxSize(), lifetime, store::id);
        sharing = Sharing.of(model, source, tickets, negatives, lists, others);
        Loads loads =
                new Loads(model.name(), environment.loads(), options.loadTimeout(), counters, loadFailures, events);
        Mismatches mismatches = new Mismatches(model.name(), counters, environment.log());
        SharedRows<S, ID> shared = sharing == null
                ? SharedRows.none()
                : new SharedCopies<>(model, sharing, options, lifetime, coverage, counters, events);
        rows = new RowLoader<>(source, shared, store, tickets, negatives, loads, mismatches);
        listLoader = new ListLoader<>(source, shared, store, tickets, lists, loads, mismatches, options.maxListSize());
        reloads = new Reloads<>(
                model.name(), id(), rows, loads, events, rowEvents::refreshed, environment.timers(), options.maxSize());
        changes = new Changes<>(model, tickets, coverage, store, negatives, lists, events, rowEvents, sharing);
        synchronizer = new Synchronizer<>(
                model,
                options,
                source,
                new Memory<>(store, tickets, coverage, lists, shared, (id, row) -> changes.answersAbout(id, null, row)),
                new Surroundings(environment.syncs(), environment.timers(), clock, events, environment.log()));
    }

    /**
     * Takes part in what is shared, if anything is; before the engine is published.
     *
     * @param reload reads again what left, in the background, if the model is kept whole
     */
    void join(@Nullable ScheduledExecutorService timers, Consumer<Change<ID>> reload) {
        if (sharing != null) {
            membership = new Membership<>(this, sharing, timers, reload);
            sharing.join(membership);
        }
    }

    @Override
    public void installed(ID id, S snapshot, @Nullable S replaced) {
        if (replaced == null) {
            rowEvents.loaded(id, snapshot);
            if (negatives.isUsed()) {
                changes.existsNow(id, snapshot);
            }
        } else {
            // The row changed and nobody said so: the lists that hold the old copy are as old as it is.
            changes.answersAbout(id, replaced, snapshot);
        }
    }

    @Override
    public void evicted(ID id, EvictionCause cause) {
        (cause == EvictionCause.SIZE ? counters.evictions : counters.expirations).increment();
        rowEvents.evicted(id, cause);
    }

    @Override
    public void refused() {
        if (!tickets.isRefusing()) {
            counters.refusedInstalls.increment();
        }
    }

    <K> UniqueKey<S, K> unique(KeyModel<S, K> key) {
        return new UniqueKey<>(key, ordinal(key), store.entries(key));
    }

    UniqueKey<S, ID> id() {
        return new UniqueKey<>(model.id(), 0, store.entries());
    }

    int ordinal(KeyModel<S, ?> key) {
        return model.keys().indexOf(key) + 1;
    }

    void clearIndex(KeyModel<S, ?> key) {
        store.clearIndex(key);
        events.publish(new IndexCleared(model.name(), key.name()));
    }

    void clearLists(KeyModel<S, ?> key, int ordinal) {
        lists.drop(question -> question.key() == ordinal);
        events.publish(new IndexCleared(model.name(), key.name()));
    }

    /** The initial load. */
    void load() {
        if (options.enabled()) {
            synchronizer.load();
        }
        awaitsTable = false;
    }

    /** Whether what memory lacks is read, whatever it may be. */
    boolean readsThrough() {
        return options.readThrough() || awaitsTable || tickets.isRefusing();
    }

    /** Whether memory may have lost the row that carries {@code value}. */
    <K> boolean mayHaveLost(UniqueKey<S, K> key, K value) {
        return key.ordinal() == 0 ? coverage.mayHaveLost(model.id().type().cast(value)) : coverage.mayHaveLostAny();
    }

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException(model.name() + " is closed");
        }
    }

    /** Nothing comes in any more, and who waits for a load is told. */
    void close() {
        closed = true;
        if (membership != null) {
            membership.close();
        }
        reloads.close();
        tickets.refuse(true);
        IllegalStateException failure = new IllegalStateException(model.name() + " is closed");
        synchronizer.close(failure);
        rows.close(failure);
        listLoader.close(failure);
        store.clear();
        negatives.clear();
        lists.drop(question -> true);
    }

    /** The loads that the database failed since a load or a sync succeeded. */
    @Nullable
    Failures loadFailures() {
        Failures failures = loadFailures.failures();
        Duration sync = synchronizer.sinceLast();
        boolean worksAgain = failures != null && sync != null && sync.compareTo(failures.sinceLast()) < 0;
        return worksAgain ? null : failures;
    }

    /** How many loads are under way; for tests. */
    int flights() {
        return rows.flights() + listLoader.flights();
    }

    EntityModel<?, S, ID> model() {
        return model;
    }

    CacheOptions options() {
        return options;
    }

    /** The options, of which one may depend on whether the table turned out to be small enough. */
    CacheOptions optionsInForce() {
        return refreshesIfWhole && !coverage.isKeptWhole()
                ? options.toBuilder().refreshInterval(Duration.ZERO).build()
                : options;
    }

    CoarseClock clock() {
        return clock;
    }

    EventBus events() {
        return events;
    }

    RowEvents<S, ID> rowEvents() {
        return rowEvents;
    }

    Lifetime lifetime() {
        return lifetime;
    }

    Counters counters() {
        return counters;
    }

    Tickets<S, ID> tickets() {
        return tickets;
    }

    Coverage<ID> coverage() {
        return coverage;
    }

    Store<S, ID> store() {
        return store;
    }

    Negatives negatives() {
        return negatives;
    }

    Lists<S> lists() {
        return lists;
    }

    /** The model's part in the second level; {@code null} if nothing is shared. */
    @Nullable
    Sharing<S, ID> sharing() {
        return sharing;
    }

    RowLoader<S, ID> rows() {
        return rows;
    }

    ListLoader<S, ID> listLoader() {
        return listLoader;
    }

    Reloads<ID> reloads() {
        return reloads;
    }

    Changes<S, ID> changes() {
        return changes;
    }

    Synchronizer<S, ID> synchronizer() {
        return synchronizer;
    }
}
