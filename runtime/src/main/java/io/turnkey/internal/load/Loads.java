package io.turnkey.internal.load;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.stats.FailureStreak;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the loads of one model: hands them to the executor, counts them, and waits for them as long as {@code loadTimeout} says. */
public final class Loads {
    private final String model;
    private final LoadExecutor executor;
    private final Duration timeout;
    private final Counters counters;
    private final FailureStreak failures;
    private final EventBus events;

    /** The loads of {@code model}; {@code failures} is told whether the database answers. */
    public Loads(
            String model,
            LoadExecutor executor,
            Duration timeout,
            Counters counters,
            FailureStreak failures,
            EventBus events) {
        this.model = model;
        this.executor = executor;
        this.timeout = timeout;
        this.counters = counters;
        this.failures = failures;
        this.events = events;
    }

    String model() {
        return model;
    }

    LoadExecutor executor() {
        return executor;
    }

    Duration timeout() {
        return timeout;
    }

    Counters counters() {
        return counters;
    }

    /** Runs {@code load} on a loader's thread. */
    void execute(Load<?, ?> load) {
        executor.execute(load);
    }

    void failed(Load<?, ?> load, Throwable thrown) {
        if (thrown instanceof CacheLoadException explained) {
            // The database answered, but not in a way that could be passed on.
            fail(load, explained);
        } else {
            CacheLoadException failure = new CacheLoadException(load.failed(), thrown);
            unanswered(load, failure);
            fail(load, failure);
        }
    }

    /** The database did not answer; a load that took too long and then threw did so once. */
    void unanswered(Load<?, ?> load, CacheLoadException failure) {
        if (!load.hasFailed()) {
            failures.failed(failure);
        }
    }

    /** After its callers have their answer. */
    void succeeded(Load<?, ?> load) {
        if (!load.hasFailed() && load.hasRead() && events.log().knowsFailures()) {
            events.log().recovered(model, load.event());
        }
    }

    void fail(Load<?, ?> load, CacheLoadException failure) {
        // Before the callers are told, so that failures of calls one after the other are events in that order.
        if (countFailure(load)) {
            events.publish(new Failed(model, load.event(), failure));
        }
        load.fail(failure);
    }

    /** A load that took too long and then threw failed once; answers whether this is the first that is heard of it. */
    private boolean countFailure(Load<?, ?> load) {
        boolean first = load.failsFirst();
        if (first) {
            counters.loadFailures.increment();
        }
        return first;
    }

    /** Reads the source, and answers with what {@code use} makes of it. Counts and times what succeeded: what comes too late, or may not be used, has failed, and counts as that alone. */
    <T, R> R read(Load<?, ?> load, Supplier<T> source, Function<T, R> use) {
        long begun = System.nanoTime();
        T found = source.get();
        long took = System.nanoTime() - begun;
        load.read();
        if (load.hasFailed()) {
            return use.apply(found);
        }
        failures.succeeded();
        R used = use.apply(found);
        counters.loads.increment();
        counters.loadNanos.add(took);
        return used;
    }

    /** When a caller who comes now gives up, on the scale of {@link System#nanoTime}: one moment for all flights that one call waits for. */
    long deadline() {
        return System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    }

    /** When a caller who waits for this flight alone gives up. One that was loaded on the caller's thread has its answer: that costs no look at the clock. */
    long deadline(Flight<?, ?> flight) {
        return flight.isDone() ? 0 : deadline();
    }

    /** Waits for the flight's answer. */
    <T> T await(Flight<?, T> flight) {
        return await(flight, deadline(flight));
    }

    /** Waits for the flight's answer until {@code deadline}. */
    <T> T await(Flight<?, T> flight, long deadline) {
        try {
            return flight.get(flight.isDone() ? 0 : deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw giveUp(flight);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheLoadException(
                    flight.load().operation() + " was interrupted while it waited for the database", e);
        } catch (ExecutionException e) {
            throw forThisCaller(e);
        }
    }

    /** The flight took too long: whatever it finds is not kept. Answers with what to tell its callers. */
    CacheLoadException giveUp(Flight<?, ?> flight) {
        Load<?, ?> load = flight.load();
        CacheLoadException failure = new CacheLoadException(load.timedOut());
        if (flight.fail(failure)) {
            if (countFailure(load)) {
                failures.failed(failure);
                events.publish(new Failed(model, load.event(), failure));
            }
            executor.giveUp(load, failure);
        }
        return failure;
    }

    /** A new exception for each caller, with this caller's stack. */
    private static RuntimeException forThisCaller(ExecutionException e) {
        Throwable failure = e.getCause();
        String message = failure == null ? e.toString() : String.valueOf(failure.getMessage());
        if (failure instanceof IllegalStateException) {
            return new IllegalStateException(message, failure);
        }
        Throwable cause = failure == null ? null : failure.getCause();
        return new CacheLoadException(message, cause == null ? failure : cause);
    }
}
