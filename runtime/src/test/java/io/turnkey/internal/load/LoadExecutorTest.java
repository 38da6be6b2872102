package io.turnkey.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F28")
class LoadExecutorTest {
    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private boolean full;
    private boolean outOfThreads;
    private final LoadExecutor loads = new LoadExecutor(
            2,
            task -> {
                if (full) {
                    throw new RejectedExecutionException("full");
                }
                if (outOfThreads) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                handedOver.add(task);
            },
            Thread::new);

    private void execute(String name) {
        execute(name, ran::add);
    }

    private void execute(String name, Consumer<String> load) {
        loads.execute(() -> load.accept(name), reason -> refused.add(name));
    }

    private void runNext() {
        handedOver.remove().run();
    }

    @Test
    void atMostSoManyAreHandedOverAtOnceAndTheOthersFollowInOrder() {
        List.of("a", "b", "c", "d").forEach(this::execute);
        assertThat(handedOver).hasSize(2);
        runNext();
        assertThat(handedOver).hasSize(2);
        while (!handedOver.isEmpty()) {
            runNext();
        }

        assertThat(ran).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aLoadThatThrowsGivesItsPlaceBack() {
        for (int i = 0; i < 5; i++) {
            execute("bad", name -> {
                throw new AssertionError(name);
            });
            assertThatCode(this::runNext).isInstanceOf(AssertionError.class);
        }
        execute("a");
        runNext();

        assertThat(ran).containsExactly("a");
    }

    @Test
    void aThreadThatCannotBeHadCostsThatLoadAndNoPlace() {
        outOfThreads = true;
        List.of("a", "b", "c").forEach(this::execute);
        assertThat(refused).containsExactly("a", "b", "c");
        outOfThreads = false;
        List.of("d", "e").forEach(this::execute);

        assertThat(handedOver).hasSize(2);
    }

    @Test
    void anExecutorThatIsFullForAWhileCostsThoseLoadsAndNoPlace() {
        full = true;
        List.of("a", "b", "c").forEach(this::execute);
        assertThat(refused).containsExactly("a", "b", "c");
        full = false;
        List.of("d", "e", "f").forEach(this::execute);
        assertThat(handedOver).hasSize(2);
        while (!handedOver.isEmpty()) {
            runNext();
        }

        assertThat(ran).containsExactly("d", "e", "f");
    }

    @Test
    void thoseWhoWaitedLongestAreToldWhenTheExecutorTakesNoMore() {
        List.of("a", "b", "c", "d").forEach(this::execute);
        full = true;
        runNext();
        assertThat(refused).containsExactly("b", "c");
        full = false;
        execute("e");
        assertThat(handedOver).hasSize(2);
        runNext();
        runNext();

        assertThat(ran).containsExactly("a", "d", "e");
    }

    @Test
    @Tag("F50")
    void afterCloseLoadsOfItsOwnThreadsAreRefused() {
        LoadExecutor own = new LoadExecutor(1, null, Thread::new);
        own.close();
        own.execute(() -> ran.add("a"), reason -> refused.add("a"));

        assertThat(ran).isEmpty();
        assertThat(refused).containsExactly("a");
    }
}
