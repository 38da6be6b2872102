package io.turnkey.testing.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Timers that fire when they are told to, on the thread that tells them. */
public final class ManualTimers extends AbstractExecutorService implements ScheduledExecutorService {
    private final class Timer<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long nanos;
        private final boolean periodic;

        Timer(Callable<V> task, long delay, TimeUnit unit, boolean periodic) {
            super(task);
            this.nanos = unit.toNanos(delay);
            this.periodic = periodic;
        }

        void fire() {
            if (periodic) {
                runAndReset();
            } else {
                run();
            }
        }

        @Override
        protected void done() {
            timers.remove(this);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(nanos, other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private final List<Timer<?>> timers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Error failure;

    /** Lets the next timer that is to be set fail. */
    public void failOnce(Error failure) {
        this.failure = failure;
    }

    /** Fires every timer that is set now, once. */
    public void fire() {
        timers.forEach(Timer::fire);
    }

    /** How long each timer waits before it fires for the first time. */
    public List<Duration> delays() {
        return timers.stream().map(timer -> Duration.ofNanos(timer.nanos)).toList();
    }

    /** How many timers are set. */
    public int size() {
        return timers.size();
    }

    private <V> ScheduledFuture<V> add(Timer<V> timer) {
        Error thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
        timers.add(timer);
        return timer;
    }

    private static Callable<Void> callable(Runnable task) {
        return () -> {
            task.run();
            return null;
        };
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return add(new Timer<>(callable(task), delay, unit, false));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return add(new Timer<>(task, delay, unit, false));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initial, long period, TimeUnit unit) {
        return add(new Timer<>(callable(task), initial, unit, true));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
        return add(new Timer<>(callable(task), initial, unit, true));
    }

    @Override
    public void execute(Runnable task) {
        add(new Timer<>(callable(task), 0, TimeUnit.NANOSECONDS, false));
    }

    @Override
    public void shutdown() {
        timers.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = List.copyOf(timers);
        timers.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
