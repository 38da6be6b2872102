package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheInitializationException;
import io.turnkey.EntityCache;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.stats.FailureStreak;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Starts the models of a group. One that fails is tried again, later each time, until it is ready or the group is closed; the package says how. */
final class Starter implements AutoCloseable {
    private final String group;
    private final Map<String, Member> members = new TreeMap<>();
    private final Map<String, FailureStreak> failures = new HashMap<>();
    private final EventBus events;
    private final ScheduledExecutorService timers;
    private final Executor executor;
    private final AtomicBoolean initialized = new AtomicBoolean();

    /** The models of which listeners have been told that they are ready. */
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    /** When each model that failed is tried again; guarded by this. */
    private final Map<String, ScheduledFuture<?>> retries = new HashMap<>();

    /** Guarded by this. */
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param millis tells the time on whatever scale
     * @param timers says when it is time to try again
     * @param executor tries again; a start waits for its load, so that this must not be what runs the loads
     */
    Starter(
            String group,
            Collection<Member> members,
            EventBus events,
            LongSupplier millis,
            ScheduledExecutorService timers,
            Executor executor) {
        this.group = group;
        this.events = events;
        this.timers = timers;
        this.executor = executor;
        members.forEach(member -> {
            this.members.put(member.name(), member);
            failures.put(member.name(), new FailureStreak(millis));
            // Anybody may start a model, not only this.
            member.onReady().accept(() -> ready(member.name()));
        });
    }

    /** Starts every model that is not ready, side by side, and answers with what failed, by the model's name. What failed is tried again later. */
    Map<String, Throwable> startAll() {
        Map<String, Throwable> failed = InParallel.run(
                group,
                "start",
                members.values(),
                this::start,
                e -> new CacheInitializationException(
                        "Group '" + group + "' was interrupted while its caches started", e));
        // Again, for a group without models.
        announce();
        return failed;
    }

    private void start(EntityCache<?, ?> cache) {
        try {
            cache.start();
        } catch (RuntimeException | Error e) {
            failed(cache.model(), e);
            throw e;
        }
        started(cache.model());
    }

    private synchronized void started(String model) {
        streak(model).succeeded();
        cancel(model);
    }

    private void ready(String model) {
        started(model);
        ready.add(model);
        // Here, for whoever began it may wait no more.
        announce();
    }

    private void failed(String model, Throwable failure) {
        synchronized (this) {
            // Where nothing is planned it is another failure, even if it has the same cause: else nobody would try
            // again.
            if (closed || (retries.containsKey(model) && isKnown(model, failure))) {
                return;
            }
            streak(model).failed(failure);
            cancel(model);
            schedule(model);
        }
        events.publish(new CacheEvent.Failed(model, "start", failure));
    }

    /** Callers who waited for one attempt together are told of its failure each. */
    @SuppressWarnings("ReferenceEquality") // the failure itself, not one like it
    private boolean isKnown(String model, Throwable failure) {
        FailureStreak.Failures before = streak(model).failures();
        return before != null && failure.getCause() != null && before.last().getCause() == failure.getCause();
    }

    private void schedule(String model) {
        FailureStreak.Failures before = streak(model).failures();
        Duration delay = Backoff.after(before == null ? 1 : before.count());
        retries.put(model, timers.schedule(() -> due(model), delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void cancel(String model) {
        ScheduledFuture<?> retry = retries.remove(model);
        if (retry != null) {
            retry.cancel(false);
        }
    }

    /** On the timers' thread. */
    private void due(String model) {
        synchronized (this) {
            retries.remove(model);
        }
        try {
            executor.execute(() -> retry(model));
        } catch (RuntimeException | OutOfMemoryError e) {
            // No thread to be had: that is one more failure.
            failed(model, e);
        }
    }

    private void retry(String model) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        try {
            start(member(model).cache());
        } catch (RuntimeException | Error e) {
            // It has been reported, and will be tried again.
        }
    }

    /** Tells once that every model has been started. */
    private void announce() {
        boolean all = ready.containsAll(members.keySet())
                && members.values().stream().allMatch(member -> member.cache().isReady());
        if (all && initialized.compareAndSet(false, true)) {
            events.publish(new CacheEvent.Initialized(group));
        }
    }

    /** What is known of a model that could not be started; {@code null} if nothing failed since it was. */
    @Nullable
    FailedStarts failures(String model) {
        FailureStreak.Failures before = streak(model).failures();
        if (before == null) {
            return null;
        }
        ScheduledFuture<?> next;
        synchronized (this) {
            next = retries.get(model);
        }
        return new FailedStarts(
                before, next == null ? null : Duration.ofMillis(Math.max(0, next.getDelay(TimeUnit.MILLISECONDS))));
    }

    private FailureStreak streak(String model) {
        return known(failures, model);
    }

    private Member member(String model) {
        return known(members, model);
    }

    private static <T> T known(Map<String, T> all, String model) {
        T found = all.get(model);
        if (found == null) {
            throw new IllegalArgumentException(model);
        }
        return found;
    }

    /** From now on nothing is tried again. An attempt that is under way ends when its model is closed; its failure is not reported. */
    @Override
    public synchronized void close() {
        closed = true;
        retries.values().forEach(retry -> retry.cancel(false));
        retries.clear();
    }
}
