package io.turnkey.internal.load;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.internal.event.EventBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows again that nobody waits for, one batch after the other, with a pause after one that failed; the package says how. */
public final class Reloads<ID> implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1024;

    /** After a batch that failed, so that reads, however many, do not press a database that is in trouble. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String model;
    private final Function<List<ID>, Map<ID, ? extends Flight<?, ? extends Optional<?>>>> start;
    private final Loads loads;
    private final EventBus events;
    private final Consumer<ID> refreshed;
    private final @Nullable ScheduledExecutorService timers;
    private final int most;

    /** What was asked for and is not answered: true while it is in the queue, false while it is only being read. */
    private final ConcurrentHashMap<ID, Boolean> asked = new ConcurrentHashMap<>();

    private final Queue<ID> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Future<?> pause;
    private volatile boolean closed;

    /**
     * Reloads by {@code rows}.
     *
     * @param refreshed is told of each row that was read
     * @param timers ends a batch that hangs; {@code null} if none can
     * @param most how many rows may be asked for at once; what is more is forgotten
     */
    public <S> Reloads(
            String model,
            UniqueKey<S, ID> key,
            RowLoader<S, ID> rows,
            Loads loads,
            EventBus events,
            Consumer<ID> refreshed,
            @Nullable ScheduledExecutorService timers,
            int most) {
        this.model = model;
        this.start = ids -> rows.refresh(key, ids);
        this.loads = loads;
        this.events = events;
        this.refreshed = refreshed;
        this.timers = timers;
        this.most = most;
    }

    /** Reads these rows, soon, and not before this call; never waits. What fails is told as an event and forgotten. */
    public void request(Collection<? extends ID> ids) {
        for (ID id : ids) {
            if (hasRoom(id) && !Boolean.TRUE.equals(asked.put(id, true))) {
                queue.add(id);
            }
        }
        next();
    }

    /** Reads these rows, unless that is under way or will be soon. */
    public void renew(Collection<? extends ID> ids) {
        for (ID id : ids) {
            if (!asked.containsKey(id) && hasRoom(id) && asked.putIfAbsent(id, true) == null) {
                queue.add(id);
            }
        }
        next();
    }

    private boolean hasRoom(ID id) {
        return asked.mappingCount() < most || asked.containsKey(id);
    }

    private void next() {
        while (!closed && !queue.isEmpty() && running.compareAndSet(false, true)) {
            List<ID> batch = new ArrayList<>();
            try {
                if (!run(batch)) {
                    return;
                }
            } catch (RuntimeException | Error e) {
                // Whoever asked does not wait for it, and shall not be told. What has begun all the same goes on for
                // those who joined it.
                forget(() -> batch.forEach(asked::remove));
                end(batch, Map.of(), null);
                tell(e);
            }
        }
    }

    private void tell(Throwable failure) {
        events.publish(new Failed(model, "refresh", failure));
    }

    /** Begins with a batch, and answers whether it has ended: else it begins with the next one when it does. */
    private boolean run(List<ID> batch) {
        take(batch);
        Map<ID, ? extends Flight<?, ? extends Optional<?>>> flights = start.apply(batch);
        CompletableFuture<?> done = all(flights);
        Future<?> watchdog = watch(done, flights);
        if (done.isDone()) {
            end(batch, flights, watchdog);
            return true;
        }
        @SuppressWarnings("unused") // what failed has been told by the load
        CompletableFuture<?> ended = done.whenComplete((none, failure) -> {
            try {
                end(batch, flights, watchdog);
            } finally {
                next();
            }
        });
        return false;
    }

    private void take(List<ID> batch) {
        for (ID id = queue.poll(); id != null; id = queue.poll()) {
            batch.add(id);
            asked.put(id, false);
            if (batch.size() == MOST_AT_ONCE) {
                break;
            }
        }
    }

    private static CompletableFuture<?> all(Map<?, ? extends Flight<?, ?>> flights) {
        return CompletableFuture.allOf(flights.values().toArray(CompletableFuture[]::new));
    }

    private @Nullable Future<?> watch(CompletableFuture<?> done, Map<?, ? extends Flight<?, ?>> flights) {
        if (timers == null || done.isDone()) {
            return null;
        }
        try {
            return timers.schedule(
                    () -> flights.values().forEach(loads::giveUp),
                    TimeUnit.NANOSECONDS.convert(loads.timeout()),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The cache is being closed, which ends the flights too.
            return null;
        }
    }

    private void end(
            List<ID> batch, Map<ID, ? extends Flight<?, ? extends Optional<?>>> flights, @Nullable Future<?> watchdog) {
        try {
            if (watchdog != null) {
                watchdog.cancel(false);
            }
            forget(() -> batch.forEach(id -> asked.remove(id, false)));
        } finally {
            if (!haveFailed(flights) || !pause()) {
                running.set(false);
            }
        }
        try {
            flights.forEach((id, flight) -> {
                if (flight.found()) {
                    refreshed.accept(id);
                }
            });
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    private void forget(Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException | Error e) {
            // A key's own equals threw. Without any of these, what is asked for twice may be read twice, and that is
            // all.
            asked.clear();
            tell(e);
        }
    }

    private static boolean haveFailed(Map<?, ? extends Flight<?, ?>> flights) {
        return flights.isEmpty() || flights.values().stream().anyMatch(Flight::isCompletedExceptionally);
    }

    /** Lets the next batch begin later; answers whether there is a timer to begin it. */
    private boolean pause() {
        if (timers == null) {
            return false;
        }
        try {
            pause = timers.schedule(this::resume, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException | Error e) {
            // The cache is being closed, or there is no memory: the next one begins at once.
            return false;
        }
        // After the assignment: who closes does so first, so that one of the two sees the other.
        if (closed) {
            cancelPause();
        }
        return true;
    }

    private void resume() {
        pause = null;
        running.set(false);
        next();
    }

    private void cancelPause() {
        Future<?> timer = pause;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** Whether nothing is asked for; for tests. */
    public boolean isIdle() {
        return asked.isEmpty();
    }

    /** Begins no batch any more; who closes the loads ends the one under way. */
    @Override
    public void close() {
        closed = true;
        cancelPause();
        queue.clear();
        asked.clear();
    }
}
