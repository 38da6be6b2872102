package io.turnkey.internal.sync;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.load.Turn;
import io.turnkey.internal.stats.FailureStreak;
import io.turnkey.internal.stats.FailureStreak.Failures;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.SyncPoint;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings one model's memory up to date with its table; never twice at once. The package says how. */
public final class Synchronizer<S, ID> {
    /** As many lost rows are read by their ids; with more, the whole table is read. */
    public static final int FEW_ROWS = Pass.CHUNK;

    private static final int MOST_ATTEMPTS = 3;
    private static final String OPERATION = "sync";

    private final EntityModel<?, S, ID> model;
    private final CacheOptions options;
    private final EntitySource<S> source;
    private final Memory<S, ID> memory;
    private final Surroundings around;
    private final FailureStreak failures;
    private final Object lock = new Object();

    // Guarded by the lock.
    private @Nullable Run<S, ID> running;
    private @Nullable Run<S, ID> waiting;
    private @Nullable RuntimeException closed;
    private @Nullable SyncPoint cursor;
    private boolean warned;
    private long lastFull;
    private long last;
    private long count;
    private long failed;
    private long nanos;
    private long imports;

    /** How many imports had come before the last sync that compared every row began. */
    private long compared;

    /** Syncs {@code memory} with {@code source}. */
    public Synchronizer(
            EntityModel<?, S, ID> model,
            CacheOptions options,
            EntitySource<S> source,
            Memory<S, ID> memory,
            Surroundings around) {
        this.model = model;
        this.options = options;
        this.source = source;
        this.memory = memory;
        this.around = around;
        this.failures = new FailureStreak(around.clock()::millis);
    }

    /** The first sync of all: as much as the load mode and {@code maxSize} let in. Its failure is told to the caller alone. */
    public void load() {
        if (options.load() != LoadMode.LAZY) {
            join(SyncMode.FULL, true).join();
        }
    }

    /** Syncs, or joins the sync that is under way, and waits for it. */
    public void sync(SyncMode mode) {
        join(mode, false).await();
    }

    /** Syncs in the background; failures are reported as events. */
    public void request(SyncMode mode) {
        join(mode, false);
    }

    private Run<S, ID> join(SyncMode mode, boolean initial) {
        Run<S, ID> mine;
        synchronized (lock) {
            if (closed != null) {
                throw new IllegalStateException(closed.getMessage(), closed);
            }
            if (running != null && running.serves(mode) && running.imports() == imports) {
                return running;
            }
            if (running != null && waiting != null) {
                if (mode == SyncMode.FULL) {
                    waiting.readAll();
                }
                return waiting;
            }
            mine = new Run<>(model + "." + OPERATION, mode, options.loadTimeout(), initial);
            mine.imports(imports);
            if (running != null) {
                waiting = mine;
                return mine;
            }
            running = mine;
        }
        dispatch(mine);
        return mine;
    }

    private void dispatch(Run<S, ID> run) {
        // A run ends by its own watch, however long it takes.
        Turn turn = new Turn(CacheOptions.FOREVER) {
            @Override
            protected String operation() {
                return run.operation();
            }

            @Override
            protected void run() {
                perform(run);
            }

            @Override
            protected void refuse(CacheLoadException failure) {
                fail(run, failure);
            }
        };
        try {
            run.watch(turn, around.timers(), expired -> {
                fail(run, expired);
                around.executor().giveUp(turn, expired);
            });
        } catch (RuntimeException | Error e) {
            // Nobody would end it if it hung.
            fail(run, new CacheLoadException(run.operation() + " could not be run: there is no timer to end it", e));
            return;
        }
        around.executor().execute(turn);
    }

    private void perform(Run<S, ID> run) {
        try {
            attempt(run);
        } catch (CacheLoadException e) {
            fail(run, e);
        } catch (Throwable e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            fail(run, new CacheLoadException(model + ".sync could not read the database: " + why, e));
        } finally {
            run.release();
        }
    }

    private void attempt(Run<S, ID> run) {
        long begun = around.clock().millis();
        long start = System.nanoTime();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && !memory.tickets().isRefusing(); attempt++) {
            synchronized (lock) {
                run.imports(imports);
            }
            Pass<S, ID> pass = new Pass<>(model, options, source, memory, around, run);
            if (passes(run, pass)) {
                succeed(run, pass, begun, Duration.ofNanos(System.nanoTime() - start));
                return;
            }
        }
        // Everything was dropped meanwhile, or nothing is kept: what is in memory is not older than this call.
        end(run, null, () -> {});
    }

    private boolean passes(Run<S, ID> run, Pass<S, ID> pass) {
        SyncPoint since = run.mode() == SyncMode.FULL ? null : since();
        if (since != null && pass.changed(since)) {
            return true;
        }
        run.readAll();
        return pass.full();
    }

    /** Where an incremental sync begins; {@code null} if it is time to compare every row. */
    private @Nullable SyncPoint since() {
        boolean warn;
        SyncPoint since;
        synchronized (lock) {
            warn = model.updatedAt() == null && !warned;
            warned |= warn;
            Duration age = Duration.ofMillis(around.clock().millis() - lastFull);
            boolean due = imports != compared || age.compareTo(options.reconcileInterval()) >= 0;
            since = due ? null : cursor;
        }
        if (warn) {
            around.log()
                    .warn(
                            model.name(),
                            "{} has no attribute that tells when a row changed (@UpdateTimestamp, or updatedAt = \"...\"): each refresh reads every row",
                            model);
        }
        return isNearlyWhole() ? since : null;
    }

    /** Whether memory lacks nothing but a few rows that it knows of, or is not meant to be whole. */
    private boolean isNearlyWhole() {
        if (!memory.coverage().isKeptWhole() || memory.coverage().isWhole()) {
            return true;
        }
        Set<ID> lost = memory.coverage().lost();
        return lost != null && !lost.isEmpty() && lost.size() <= FEW_ROWS;
    }

    private void succeed(Run<S, ID> run, Pass<S, ID> pass, long begun, Duration took) {
        SyncMode mode = run.mode();
        synchronized (lock) {
            if (running != run) {
                return;
            }
            cursor = pass.next();
            count++;
            nanos += TimeUnit.NANOSECONDS.convert(took);
            last = begun;
            lastFull = mode == SyncMode.FULL ? begun : lastFull;
            compared = pass.comparedAll() ? run.imports() : compared;
        }
        failures.succeeded();
        end(
                run,
                null,
                () -> around.events().publish(new Synced(model.name(), mode, pass.rows(), pass.removed(), took)));
    }

    private void fail(Run<S, ID> run, CacheLoadException failure) {
        // The caller of start() is told, and who starts a group raises it.
        end(run, failure, () -> {
            failures.failed(failure);
            synchronized (lock) {
                failed++;
            }
            if (!run.isInitial()) {
                around.events().publish(new Failed(model.name(), OPERATION, failure));
            }
        });
    }

    private void end(Run<S, ID> run, @Nullable CacheLoadException failure, Runnable publish) {
        Run<S, ID> next;
        synchronized (lock) {
            if (running != run) {
                return;
            }
            run.end();
            running = waiting;
            waiting = null;
            next = running;
        }
        publish.run();
        run.tell(failure);
        if (next != null) {
            dispatch(next);
        }
    }

    /** Rows came into memory that nobody compared with the table: the next sync, one that begins from now on, compares every row. */
    public void imported() {
        synchronized (lock) {
            imports++;
        }
    }

    /** Whether a sync is under way. */
    public boolean isRunning() {
        synchronized (lock) {
            return running != null;
        }
    }

    /** The syncs that failed since one succeeded, the initial load included; {@code null} if there was none. */
    public @Nullable Failures failures() {
        return failures.failures();
    }

    /** How many syncs succeeded. */
    public long count() {
        synchronized (lock) {
            return count;
        }
    }

    /** How many syncs failed, initial loads included. */
    public long failed() {
        synchronized (lock) {
            return failed;
        }
    }

    /** How long all that succeeded took together. */
    public Duration time() {
        synchronized (lock) {
            return Duration.ofNanos(nanos);
        }
    }

    /** How long ago the last sync that succeeded began; {@code null} before the first. */
    public @Nullable Duration sinceLast() {
        synchronized (lock) {
            return count == 0 ? null : Duration.ofMillis(around.clock().millis() - last);
        }
    }

    /** Whether a sync that compared every row, and has ended, began at {@code moment} or later. */
    public boolean hasComparedSince(long moment) {
        synchronized (lock) {
            return count > 0 && lastFull - moment >= 0;
        }
    }

    /** Ends what is under way with {@code failure}, and whatever is asked for from now on. */
    public void close(RuntimeException failure) {
        Run<S, ID> current;
        Run<S, ID> next;
        synchronized (lock) {
            closed = failure;
            current = running;
            next = waiting;
            running = null;
            waiting = null;
        }
        end(current, failure);
        end(next, failure);
    }

    private void end(@Nullable Run<S, ID> run, RuntimeException failure) {
        if (run != null) {
            run.end();
            run.cancelTickets();
            run.tell(failure);
        }
    }
}
