package io.turnkey.internal.group;

import io.turnkey.CacheException;
import io.turnkey.EntityCache;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does one thing to several caches side by side, to each on a thread of its own that ends with it. */
final class InParallel {
    private InParallel() {}

    /**
     * Does it to all and waits for them.
     *
     * @param name what the threads are named after
     * @param interrupted makes the exception of a caller that is interrupted, and with it whoever waits on its behalf; a load or sync under way goes on
     * @return what failed, by the model's name
     */
    static Map<String, Throwable> run(
            String group,
            String name,
            Collection<Member> members,
            Consumer<EntityCache<?, ?>> action,
            Function<InterruptedException, CacheException> interrupted) {
        ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads(group, name));
        try {
            Map<String, Future<?>> calls = new LinkedHashMap<>();
            for (Member member : members) {
                calls.put(member.name(), threads.submit(() -> action.accept(member.cache())));
            }
            Map<String, Throwable> failures = new LinkedHashMap<>();
            for (Map.Entry<String, Future<?>> call : calls.entrySet()) {
                try {
                    call.getValue().get();
                } catch (ExecutionException e) {
                    failures.put(call.getKey(), e.getCause() == null ? e : e.getCause());
                }
            }
            return failures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted.apply(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
