package io.turnkey.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.turnkey.CacheLoadException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("F28")
class LoadExecutorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final CacheLoadException TOO_LATE = new CacheLoadException("too late");

    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private @Nullable Throwable refusal;
    private long nanos;
    private final LoadExecutor loads = new LoadExecutor(2, this::handOver, Thread::new, () -> nanos);

    private void handOver(Runnable task) {
        Throwable thrown = refusal;
        if (thrown != null) {
            LoadExecutorTest.<RuntimeException>throwAnyway(thrown);
        }
        handedOver.add(task);
    }

    /** Generics, and other languages, let a method throw what it does not declare. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAnyway(Throwable failure) throws E {
        throw (E) failure;
    }

    private Turn execute(String name) {
        return execute(name, ran::add);
    }

    private Turn execute(String name, Consumer<String> load) {
        Turn turn = turn(name, load);
        loads.execute(turn);
        return turn;
    }

    private Turn turn(String name, Consumer<String> load) {
        return new Turn(PATIENCE) {
            @Override
            protected String operation() {
                return name;
            }

            @Override
            protected void run() {
                load.accept(name);
            }

            @Override
            protected void refuse(CacheLoadException failure) {
                refused.add(name);
                reasons.add(failure.getMessage());
            }
        };
    }

    /** While so many loads that have begun were given up and do not come back. */
    private void whileHang(int many, Runnable then) {
        if (many == 0) {
            then.run();
            return;
        }
        AtomicReference<Turn> hung = new AtomicReference<>();
        hung.set(execute("hung", name -> {
            loads.giveUp(hung.get(), TOO_LATE);
            whileHang(many - 1, then);
        }));
        runNext();
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
        refusal = new OutOfMemoryError("unable to create native thread");
        List.of("a", "b", "c").forEach(this::execute);
        assertThat(refused).containsExactly("a", "b", "c");
        refusal = null;
        List.of("d", "e").forEach(this::execute);

        assertThat(handedOver).hasSize(2);
    }

    static List<Throwable> refusals() {
        return List.of(
                new RejectedExecutionException("full"),
                new IllegalStateException("no context"),
                new NoClassDefFoundError("Task"),
                new IOException("undeclared"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anExecutorThatFailsForAWhileCostsThoseLoadsAndNoPlace(Throwable failure) {
        refusal = failure;
        List.of("a", "b", "c").forEach(this::execute);
        assertThat(refused).containsExactly("a", "b", "c");
        refusal = null;
        List.of("d", "e", "f").forEach(this::execute);
        assertThat(handedOver).hasSize(2);
        while (!handedOver.isEmpty()) {
            runNext();
        }

        assertThat(ran).containsExactly("d", "e", "f");
    }

    @Test
    void whoWaitsIsToldWhenTheExecutorTakesNoMore() {
        List.of("a", "b", "c", "d").forEach(this::execute);
        refusal = new RejectedExecutionException("full");
        runNext();
        assertThat(refused).containsExactly("c", "d");
        refusal = null;
        execute("e");
        assertThat(handedOver).hasSize(2);
        runNext();
        runNext();

        assertThat(ran).containsExactly("a", "b", "e");
    }

    @Test
    void aLoadThatWasGivenUpFreesItsPlaceAlthoughItsThreadHangs() {
        whileHang(2, () -> {
            List.of("a", "b", "c").forEach(this::execute);
            assertThat(handedOver).hasSize(2);
            runNext();
            runNext();
            runNext();
        });

        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void theMoreHangBeyondAsManyAgainTheFewerRun() {
        whileHang(3, () -> {
            List.of("a", "b").forEach(this::execute);
            assertThat(handedOver).hasSize(1);
        });

        assertThat(handedOver).as("after they came back").hasSize(2);
        assertThat(refused).isEmpty();
    }

    @Test
    void whenTwiceAsManyHangLoadsAreRefusedUntilOneComesBack() {
        whileHang(3, () -> {
            whileHang(1, () -> execute("a"));
            execute("b");
            runNext();
        });

        assertThat(refused).containsExactly("a");
        assertThat(reasons)
                .singleElement()
                .asString()
                .startsWith("a could not be run: 4 loads that were given up")
                .contains("socket timeout", "loadFrom");
        assertThat(ran).containsExactly("b");
    }

    @Test
    void whoWaitsIsToldWhenTheLastOneHangs() {
        whileHang(3, () -> {
            AtomicReference<Turn> last = new AtomicReference<>();
            last.set(execute("last", name -> {
                execute("a");
                assertThat(refused).isEmpty();
                loads.giveUp(last.get(), TOO_LATE);
                assertThat(refused).containsExactly("a");
            }));
            runNext();
        });

        assertThat(ran).isEmpty();
    }

    @Test
    void whatIsGivenUpBeforeItsTurnIsNeverRun() {
        List.of("a", "b").forEach(this::execute);
        Turn late = execute("c");
        loads.giveUp(late, TOO_LATE);
        loads.giveUp(late, TOO_LATE);
        assertThat(reasons).containsExactly("too late");
        runNext();
        runNext();

        assertThat(handedOver).isEmpty();
        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void whatIsGivenUpBeforeItIsAskedForIsNeitherRefusedNorLost() {
        // Whoever asks for it is still putting it together: only they may touch it.
        Turn early = turn("a", ran::add);
        loads.giveUp(early, TOO_LATE);
        assertThat(refused).isEmpty();
        loads.execute(early);
        runNext();

        assertThat(ran).containsExactly("a");
    }

    @Test
    void whatIsGivenUpBeforeTheExecutorBeginsWithItIsNotRunWhenItDoes() {
        Turn late = execute("a");
        execute("b");
        loads.giveUp(late, TOO_LATE);
        assertThat(reasons).containsExactly("too late");
        assertThat(late.hasBegun()).isFalse();
        execute("c");
        assertThat(handedOver).hasSize(3);
        while (!handedOver.isEmpty()) {
            runNext();
        }

        assertThat(ran).containsExactly("b", "c");
        assertThat(refused).containsExactly("a");
    }

    @Test
    void whatNobodyGivesUpLosesItsPlaceToTheFirstWhoNeedsItTooLate() {
        execute("slow", slow -> {
            execute("hung", hung -> {
                nanos += PATIENCE.toNanos() - 1;
                execute("a");
                assertThat(handedOver).isEmpty();
                nanos++;
                execute("b");
                assertThat(handedOver).hasSize(2);
            });
            runNext();
        });
        runNext();
        runNext();
        runNext();

        assertThat(ran).containsExactly("a", "b");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @Tag("F41")
    void whoAsksForHelpIsNotTroubledIfThereIsNone(Throwable failure) {
        refusal = failure;
        assertThatCode(() -> loads.help(() -> ran.add("none"))).doesNotThrowAnyException();
        refusal = null;
        loads.help(() -> ran.add("part"));
        runNext();

        assertThat(ran).containsExactly("part");
    }

    @Test
    @Tag("F41")
    void helpTakesNoPlaceFromLoads() {
        loads.help(() -> ran.add("part"));
        List.of("a", "b").forEach(this::execute);
        assertThat(handedOver).hasSize(3);
        while (!handedOver.isEmpty()) {
            runNext();
        }

        assertThat(ran).containsExactly("part", "a", "b");
    }

    @Test
    @Tag("F50")
    void afterCloseLoadsOfItsOwnThreadsAreRefused() {
        LoadExecutor own = new LoadExecutor(1, null, Thread::new);
        own.close();
        own.execute(turn("a", ran::add));

        assertThat(ran).isEmpty();
        assertThat(refused).containsExactly("a");
    }
}
