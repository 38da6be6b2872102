package io.turnkey.internal.group;

import io.turnkey.CacheInitializationException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts caches side by side, each on a thread of its own that ends with it. */
final class ParallelStart {
    private ParallelStart() {}

    /**
     * Starts all and waits for them.
     *
     * @return what failed, by the model's name
     * @throws CacheInitializationException if the calling thread is interrupted; the loads under way go on without it
     */
    static Map<String, Throwable> run(String group, Collection<Member> members) {
        ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads(group, "start"));
        try {
            Map<String, Future<?>> starts = new LinkedHashMap<>();
            for (Member member : members) {
                starts.put(member.name(), threads.submit(member.cache()::start));
            }
            Map<String, Throwable> failures = new LinkedHashMap<>();
            for (Map.Entry<String, Future<?>> start : starts.entrySet()) {
                try {
                    start.getValue().get();
                } catch (ExecutionException e) {
                    failures.put(start.getKey(), e.getCause() == null ? e : e.getCause());
                }
            }
            return failures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheInitializationException("Group '" + group + "' was interrupted while its caches started", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
