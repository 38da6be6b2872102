package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.ImportReport;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens in the middle of the step with which an import brings a row in. */
@Tag("F49")
@Tag("P1")
class ImportStepTest extends EngineTest {
    private static final Row ROW = Row.of(1);

    @Test
    @Tag("H28")
    void anImportDuringWhichTheCacheIsClosedSaysSoAndLeavesNothing() {
        Gate step = new Gate();
        Harness cache = held(step, LoadMode.LAZY, "questions", "offer");
        Call<ImportReport> running = importing(cache);
        step.awaitReached();
        cache.engine.shutdown();
        step.open();

        assertThatIllegalStateException().isThrownBy(running::get).withMessage("Row is closed");
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("H1")
    void clearingInTheMiddleOfTheStepWaitsForItAndRemovesTheRow() {
        Gate step = new Gate();
        Harness cache = held(step, LoadMode.LAZY, "claim");
        Call<ImportReport> running = importing(cache);
        step.awaitReached();
        Call<Boolean> clear = Call.of(cache.engine::clear).awaitBlocked();
        step.open();
        running.get();
        clear.get();

        assertThat(cache.engine.size()).isZero();
        assertThat(cache.byEmail.isCached(ROW.email())).isFalse();
    }

    @Test
    @Tag("H14")
    void aKeyThatIsGivenToAnotherRowInTheMiddleOfTheStepIsNotTakenFromIt() {
        Row owner = Row.of(2).email(ROW.email());
        Gate step = new Gate();
        Harness cache = held(step, LoadMode.LAZY, "claim");
        Call<ImportReport> running = importing(cache);
        step.awaitReached();
        cache.transaction().put(owner).run();
        step.open();

        assertThat(running.get().rejected()).isEqualTo(1);
        assertThat(cache.email(ROW.email())).contains(owner);
    }

    @Test
    @Tag("F29")
    @Tag("H11")
    void aSyncInTheMiddleOfTheStepDoesNotTakeTheTableForWhole() {
        Gate step = new Gate();
        Harness cache = held(step, LoadMode.AUTO, "claim");
        cache.table.put(Row.of(2));
        Call<ImportReport> running = importing(cache);
        step.awaitReached();
        cache.engine.start();
        step.open();

        assertThat(running.get().loaded()).isEqualTo(1);
        assertThat(cache.engine.listAll()).containsExactly(Row.of(2));
    }

    /** A cache whose first row is held at {@code step} where all of the {@code methods} are at work. */
    private Harness held(Gate step, LoadMode mode, String... methods) {
        AtomicBoolean holds = new AtomicBoolean(true);
        return indexing(
                true,
                row -> {
                    if (Stream.of(methods).allMatch(ImportStepTest::isIn) && holds.compareAndSet(true, false)) {
                        step.pass();
                    }
                },
                options -> options.load(mode));
    }

    private static Call<ImportReport> importing(Harness cache) {
        return Call.of(() -> cache.engine.preload(() -> List.of(ROW)));
    }

    private static boolean isIn(String method) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals(method)));
    }
}
