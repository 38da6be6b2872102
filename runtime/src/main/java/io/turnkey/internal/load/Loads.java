package io.turnkey.internal.load;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.stats.FailureStreak;
import io.turnkey.internal.store.Ticket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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

    Progress progress(String method) {
        String operation = model + "." + method;
        return new Progress(operation, operation, timeout, executor);
    }

    /** Of a load that no caller of ours asked for. */
    Progress refreshing() {
        return new Progress(model + ".refresh", "refresh", timeout, executor);
    }

    Duration timeout() {
        return timeout;
    }

    Counters counters() {
        return counters;
    }

    /** Runs {@code load} on a loader's thread under {@code ticket}, which is closed in the end; it completes the flights, {@code fail} does if it throws. */
    void execute(Progress progress, Ticket<?, ?> ticket, Runnable load, Consumer<RuntimeException> fail) {
        Turn turn = new Turn(
                progress.operation(),
                timeout,
                () -> {
                    try (ticket) {
                        progress.begin();
                        load.run();
                        succeeded(progress);
                    } catch (Throwable e) {
                        failed(progress, e, fail);
                    } finally {
                        progress.end();
                    }
                },
                refused -> {
                    ticket.close();
                    unanswered(progress, refused);
                    fail(progress, refused, fail);
                });
        progress.turn(turn);
        executor.execute(turn);
    }

    private void failed(Progress progress, Throwable thrown, Consumer<RuntimeException> fail) {
        if (thrown instanceof CacheLoadException explained) {
            // The database answered, but not in a way that could be passed on.
            fail(progress, explained, fail);
        } else {
            CacheLoadException failure = new CacheLoadException(progress.failed(), thrown);
            unanswered(progress, failure);
            fail(progress, failure, fail);
        }
    }

    /** The database did not answer; a load that took too long and then threw did so once. */
    private void unanswered(Progress progress, CacheLoadException failure) {
        if (!progress.hasFailed()) {
            failures.failed(failure);
        }
    }

    /** After its callers have their answer. */
    private void succeeded(Progress progress) {
        if (!progress.hasFailed() && progress.hasRead()) {
            events.log().recovered(model, progress.event());
        }
    }

    private void fail(Progress progress, CacheLoadException failure, Consumer<RuntimeException> fail) {
        // Before the callers are told, so that failures of calls one after the other are events in that order.
        if (countFailure(progress)) {
            events.publish(new Failed(model, progress.event(), failure));
        }
        fail.accept(failure);
    }

    /** A load that took too long and then threw failed once; answers whether this is the first that is heard of it. */
    private boolean countFailure(Progress progress) {
        boolean first = progress.failsFirst();
        if (first) {
            counters.loadFailures.increment();
        }
        return first;
    }

    /** Reads the source, and counts and times it. */
    <T> T read(Progress progress, Supplier<T> source) {
        long begun = System.nanoTime();
        T found = source.get();
        progress.read();
        counters.loads.increment();
        counters.loadNanos.add(System.nanoTime() - begun);
        if (!progress.hasFailed()) {
            failures.succeeded();
        }
        return found;
    }

    /** When a caller who comes now gives up, on the scale of {@link System#nanoTime}: one moment for all flights that one call waits for. */
    long deadline() {
        return System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    }

    /** Waits for the flight's answer. */
    <T> T await(Flight<?, T> flight) {
        return await(flight, deadline());
    }

    /** Waits for the flight's answer until {@code deadline}. */
    <T> T await(Flight<?, T> flight, long deadline) {
        try {
            return flight.answer().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw giveUp(flight);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheLoadException(
                    flight.progress().operation() + " was interrupted while it waited for the database", e);
        } catch (ExecutionException e) {
            throw forThisCaller(e);
        }
    }

    /** The flight took too long: whatever it finds is not kept. Answers with what to tell its callers. */
    CacheLoadException giveUp(Flight<?, ?> flight) {
        Progress progress = flight.progress();
        CacheLoadException failure = new CacheLoadException(progress.timedOut());
        if (flight.fail(failure)) {
            if (countFailure(progress)) {
                failures.failed(failure);
                events.publish(new Failed(model, progress.event(), failure));
            }
            progress.giveUp(failure);
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
