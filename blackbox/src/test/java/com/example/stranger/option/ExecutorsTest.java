package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.DeskCache;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.Database;
import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Who reads for whom: loads wait for a loader, syncs for a place of their own")
@Tag("F28")
class ExecutorsTest extends FreshTest {
    private final Held held = new Held();

    ExecutorsTest() {
        super(Database.H2);
    }

    /** What was handed over runs when the test says so. */
    private static final class Held implements Executor {
        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        Runnable next() throws InterruptedException {
            Runnable next = tasks.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("another load").isNotNull();
            return next;
        }

        void runNext() throws InterruptedException {
            next().run();
        }
    }

    private CacheGroup.Builder caches(LoadMode load) {
        return GeneratedCaches.all()
                .only(SubscriberCache.class, BranchCache.class, DeskCache.class)
                .defaults(o -> o.load(load))
                .executor(held)
                .loadFrom(unit.loads().source());
    }

    private static <T> Call<T> waiting(Call<T> call) {
        call.awaitWaiting();
        return call;
    }

    @Test
    void theModelsOfAGroupShareItsLoaders() throws InterruptedException {
        try (CacheGroup caches = caches(LoadMode.LAZY).maxConcurrentLoads(1).open(unit.factory())) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            BranchCache branches = caches.get(BranchCache.class);
            Call<Optional<?>> first = waiting(Call.to(() -> subscribers.getById(1L)));
            Call<Optional<?>> second = waiting(Call.to(() -> branches.getById(1L)));

            assertThat(held.tasks).hasSize(1);
            held.runNext();
            assertThat(first.result()).isEmpty();
            assertThat(second.isDone()).isFalse();
            held.runNext();
            assertThat(second.result()).isEmpty();
        }
    }

    @Test
    void thereAreFourIfNothingElseIsSaid() throws InterruptedException {
        try (CacheGroup caches = caches(LoadMode.LAZY).open(unit.factory())) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            List<Call<Optional<?>>> calls = LongStream.rangeClosed(1, 6)
                    .mapToObj(id -> waiting(Call.<Optional<?>>to(() -> subscribers.getById(id))))
                    .toList();

            assertThat(held.tasks).hasSize(4);
            for (int n = 0; n < 6; n++) {
                held.runNext();
            }
            assertThat(calls).allSatisfy(call -> assertThat(call.result()).isEmpty());
        }
    }

    @Test
    void twoTablesAreReadAtOnceAndKeepNobodyFromALoader() throws InterruptedException {
        persist(subscriber(1, "one"));
        try (CacheGroup caches = caches(LoadMode.FULL).maxConcurrentLoads(1).build(unit.factory())) {
            List<Call<Boolean>> starts = caches.caches().stream()
                    .map(cache -> Call.toRun(cache::start))
                    .toList();
            Runnable one = held.next();
            Runnable two = held.next();
            starts.forEach(Call::awaitWaitingForSync);
            assertThat(held.tasks).isEmpty();

            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            Call<Optional<?>> reader = waiting(Call.to(() -> subscribers.getById(1L)));
            held.runNext();
            assertThat(reader.result()).isPresent();

            one.run();
            two.run();
            held.runNext();
            starts.forEach(Call::result);
            assertThat(caches.caches()).allMatch(EntityCache::isReady);
        }
    }

    @Test
    @Tag("F70")
    void oneModelDoesNotWaitForAnotherToBeRead() throws InterruptedException {
        try (CacheGroup caches = caches(LoadMode.FULL).build(unit.factory())) {
            Call<Boolean> init = Call.toRun(caches::init);
            Runnable one = held.next();
            Runnable two = held.next();
            two.run();
            held.runNext();
            assertThat(caches.isInitialized()).isFalse();
            one.run();
            init.result();
            assertThat(caches.isInitialized()).isTrue();
        }
    }
}
