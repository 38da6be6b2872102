package io.turnkey.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.testing.engine.Call;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read reaches memory, whoever puts it in, and little of it waits. */
@Tag("F41")
class PipelineTest {
    private static final int MANY = 20 * Pipeline.BATCH + 7;
    private static final int MOST = (Pipeline.WAITING + 1) * Pipeline.BATCH;

    private final List<Integer> done = new ArrayList<>();
    private final Deque<Runnable> handedOver = new ArrayDeque<>();

    @Test
    void another_thread_does_the_work_in_order() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        try (Pipeline<Integer> pipeline = new Pipeline<>(other, item -> {
            begun.countDown();
            threads.add(Thread.currentThread());
            done.add(item);
        })) {
            for (int i = 0; i < MANY; i++) {
                if (i == Pipeline.BATCH) {
                    await(begun);
                }
                pipeline.add(i);
            }
            pipeline.finish();
        } finally {
            other.shutdown();
        }
        assertThat(done).isEqualTo(numbers(MANY));
        assertThat(threads).anyMatch(thread -> thread != Thread.currentThread());
    }

    @Test
    void without_another_thread_who_brings_the_items_does_it() {
        try (Pipeline<Integer> pipeline = pipeline(handedOver::add)) {
            for (int i = 0; i < MANY; i++) {
                pipeline.add(i);
                assertThat(i - done.size()).isLessThan(MOST);
            }
            pipeline.finish();
            assertThat(done).isEqualTo(numbers(MANY));
        }
        // A thread is found in the end.
        handedOver.forEach(Runnable::run);
        assertThat(done).isEqualTo(numbers(MANY));
    }

    @Test
    void less_than_a_batch_asks_for_no_other_thread() {
        try (Pipeline<Integer> pipeline = pipeline(handedOver::add)) {
            pipeline.finish();
            add(pipeline, Pipeline.BATCH - 1);
            pipeline.finish();
        }
        assertThat(done).isEqualTo(numbers(Pipeline.BATCH - 1));
        assertThat(handedOver).isEmpty();
    }

    @Test
    void a_thread_that_comes_while_another_one_works_leaves_it_alone() {
        List<Integer> besides = new ArrayList<>();
        try (Pipeline<Integer> pipeline = new Pipeline<>(handedOver::add, item -> {
            int before = done.size();
            Runnable late = handedOver.poll();
            if (late != null) {
                join(late);
                besides.add(done.size() - before);
            }
            done.add(item);
        })) {
            add(pipeline, MANY);
            pipeline.finish();
        }
        assertThat(besides).isNotEmpty().containsOnly(0);
        assertThat(done).isEqualTo(numbers(MANY));
    }

    @Test
    void who_brings_items_waits_while_many_wait() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        CompletableFuture<Integer> brought = new CompletableFuture<>();
        try (Pipeline<Integer> pipeline = new Pipeline<>(other, item -> {
            begun.countDown();
            await(open);
            done.add(item);
        })) {
            Call<Boolean> reader = Call.of(() -> {
                add(pipeline, Pipeline.BATCH);
                await(begun);
                // One batch is being worked on, and as many wait as may.
                add(pipeline, MOST - Pipeline.BATCH);
                brought.complete(done.size());
                add(pipeline, MANY);
                pipeline.finish();
            });
            assertThat(brought.get(1, TimeUnit.MINUTES)).isZero();
            reader.awaitWaiting();
            open.countDown();
            reader.get();
            assertThat(done).hasSize(MOST + MANY);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void what_the_work_throws_reaches_who_brings_items() {
        IllegalStateException broken = new IllegalStateException("broken");
        try (Pipeline<Integer> pipeline = new Pipeline<>(Runnable::run, item -> {
            throw broken;
        })) {
            assertThatThrownBy(() -> add(pipeline, MANY)).isSameAs(broken);
            assertThatThrownBy(pipeline::finish).isSameAs(broken);
        }
    }

    @Test
    void what_the_work_throws_at_the_end_is_not_lost() {
        IllegalStateException broken = new IllegalStateException("broken");
        try (Pipeline<Integer> pipeline = new Pipeline<>(handedOver::add, item -> {
            throw broken;
        })) {
            pipeline.add(1);
            assertThatThrownBy(pipeline::finish).isSameAs(broken);
        }
    }

    /** Generics, and other languages, let a method throw what it does not declare. */
    @Test
    void what_nobody_declared_leaves_nobody_waiting() {
        IOException broken = new IOException("broken");
        Pipeline<Integer> pipeline =
                new Pipeline<>(handedOver::add, item -> PipelineTest.<RuntimeException>throwAnyway(broken));
        add(pipeline, Pipeline.BATCH);
        // If it were thrown here, who waits for this thread would wait for ever.
        assertThatCode(handedOver.remove()::run).doesNotThrowAnyException();
        assertThatThrownBy(pipeline::finish).hasRootCause(broken);
        pipeline.close();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAnyway(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void after_the_end_nobody_works_any_more() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        Pipeline<Integer> pipeline = new Pipeline<>(other, item -> {
            begun.countDown();
            await(open);
            done.add(item);
        });
        try {
            add(pipeline, 3 * Pipeline.BATCH);
            await(begun);
            Call<Boolean> closing = Call.of(pipeline::close).awaitWaiting();
            open.countDown();
            closing.get();
            // The batch that was begun, and no other one.
            assertThat(done).hasSize(Pipeline.BATCH);
        } finally {
            other.shutdown();
        }
        assertThat(other.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(done).hasSize(Pipeline.BATCH);
    }

    private Pipeline<Integer> pipeline(Executor executor) {
        return new Pipeline<>(executor, done::add);
    }

    private static void add(Pipeline<Integer> pipeline, int items) {
        for (int i = 0; i < items; i++) {
            pipeline.add(i);
        }
    }

    /** Runs it on another thread, to its end. */
    private static void join(Runnable task) {
        try {
            Thread thread = new Thread(task);
            thread.start();
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> numbers(int items) {
        return IntStream.range(0, items).boxed().toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
