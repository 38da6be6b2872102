package com.example.stranger.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Reads for caches, each time on a new thread, and tells when all has ended, what nobody waits for any more included. */
public final class Loaders implements Executor {
    private final List<Thread> threads = new ArrayList<>();

    @Override
    public synchronized void execute(Runnable task) {
        Thread thread = new Thread(task, "loader");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private synchronized List<Thread> started() {
        return List.copyOf(threads);
    }

    /** Waits until every thread has ended, those too that one of them starts. */
    public void awaitEnd() throws InterruptedException {
        List<Thread> ended = List.of();
        while (started().size() > ended.size()) {
            ended = started();
            for (Thread thread : ended) {
                thread.join(TimeUnit.SECONDS.toMillis(60));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
