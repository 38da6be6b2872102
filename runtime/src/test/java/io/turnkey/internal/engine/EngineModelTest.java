package io.turnkey.internal.engine;

import static io.turnkey.internal.engine.ModelRun.IDS;
import static io.turnkey.internal.engine.ModelRun.TTL;

import io.turnkey.internal.engine.Operation.Kind;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * Random operations against the table itself: whatever is answered, and whatever memory holds under any key, in any list or as "no such row", must be what the table
 * says. Every write is announced, at once or by a transaction that blocks what it wrote, commits later and says so later still. 200 times 500 operations.
 */
@Tag("H1")
@Tag("H4")
@Tag("H5")
@Tag("H6")
@Tag("H13")
@Tag("H14")
@Tag("H20")
@Tag("H24")
@Tag("F21")
@Tag("F24")
@Tag("F49")
class EngineModelTest {
    private static final int OPERATIONS = 500;

    record Setting(int maxSize, boolean versioned, boolean readThrough, boolean negatives) {}

    @Provide
    Arbitrary<Setting> settings() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 3, 5, 100),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, false))
                .as(Setting::new);
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, IDS - 1),
                        Arbitraries.integers().between(0, IDS - 1))
                .as(Operation::new)
                .list()
                .ofSize(OPERATIONS);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsAnsweredAndWhatIsHeldIsWhatTheTableSays(
            @ForAll("settings") Setting setting, @ForAll("operations") List<Operation> operations) {
        try (Harness cache = Harness.on(
                Runnable::run,
                setting.versioned(),
                options -> options.maxSize(setting.maxSize())
                        .readThrough(setting.readThrough())
                        .ttl(TTL)
                        .negativeTtl(setting.negatives() ? TTL.dividedBy(2) : Duration.ZERO))) {
            ModelRun run = new ModelRun(cache, setting.readThrough());
            operations.forEach(run::step);
        }
    }
}
