package io.turnkey.internal.load;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Scaffold. */
public final class LoadExecutor implements AutoCloseable {
    private final @Nullable ExecutorService own;
    private final Executor executor;

    /** Scaffold. */
    public LoadExecutor(int maxConcurrentLoads, @Nullable Executor executor, String name) {
        if (executor == null) {
            own = Executors.newFixedThreadPool(maxConcurrentLoads, task -> {
                Thread thread = new Thread(task, "turnkey-" + name + "-load");
                thread.setDaemon(true);
                return thread;
            });
            this.executor = own;
        } else {
            own = null;
            this.executor = executor;
        }
    }

    /** Scaffold. */
    public void run(Runnable load) {
        executor.execute(load);
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdownNow();
        }
    }
}
