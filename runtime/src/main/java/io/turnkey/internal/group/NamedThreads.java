package io.turnkey.internal.group;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads {@code turnkey-<group>-<role>-<n>}, with the class loader of whoever built the group. */
final class NamedThreads implements ThreadFactory {
    private final String prefix;
    private final ClassLoader contextLoader = Thread.currentThread().getContextClassLoader();
    private final AtomicInteger count = new AtomicInteger();

    NamedThreads(String group, String role) {
        this.prefix = "turnkey-" + group + "-" + role + "-";
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, prefix + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(contextLoader);
        return thread;
    }
}
