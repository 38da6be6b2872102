package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.Write.Kind;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told to other processes, and when. */
@Tag("F64")
class TellingTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.email("new@example.com");

    private final Table table = new Table();
    private final FakeSecondLevel level = FakeSecondLevel.create();
    private final FakeSecondLevel otherLevel = level.another();
    private Harness cache;
    private Harness other;

    @BeforeEach
    void connect() {
        cache = add(Harness.node(table, level, options -> options));
        other = add(Harness.node(table, otherLevel, options -> options));
        level.connect();
        otherLevel.connect();
        table.put(OLD, Row.of(2));
    }

    private static SharedChange rows(String... ids) {
        return SharedChange.of(Set.of(ids));
    }

    @Test
    @Tag("H7")
    void aWriteIsToldWhenItsOutcomeIsKnownAndNotBefore() {
        Transaction writer = cache.transaction().put(NEW).block();
        assertThat(level.told).isEmpty();
        writer.commit();
        assertThat(level.told).isEmpty();
        writer.settle();

        assertThat(level.told).singleElement().satisfies(change -> {
            assertThat(change.ids()).containsExactly("1");
            assertThat(change.keyHashes()).containsOnlyKeys("email", "tenantAndLogin", "status", "tenant");
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ROLLED_BACK")
    void theKeysOfAWriteAreToldIfTheyAreKnown(Outcome outcome) {
        cache.transaction().put(NEW).keysUnknown().block().settle(outcome);

        assertThat(level.told).containsExactly(rows("1"));
    }

    @Test
    @Tag("H6")
    void aRollbackIsNotTold() {
        cache.transaction().put(NEW).block().settle(Outcome.ROLLED_BACK);

        assertThat(level.told).isEmpty();
    }

    @Test
    @Tag("H15")
    void aWriteOfWhichNobodyKnowsTheRowsIsToldAsOneOfAll() {
        cache.transaction().blockAll().settle();

        assertThat(level.told).containsExactly(SharedChange.everything());
    }

    @Test
    void aWriteWhoseEndIsHeardTooLateIsToldAgain() {
        Transaction writer = cache.transaction().put(NEW).keysUnknown().block();
        cache.timers.fire();
        assertThat(level.told).containsExactly(rows("1"));
        other.id(1);
        writer.commit().settle();

        assertThat(level.told).containsExactly(rows("1"), rows("1"));
        assertThat(other.id(1)).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void aRollbackThatIsHeardTooLateIsNotTold() {
        Transaction writer = cache.transaction().put(NEW).keysUnknown().block();
        cache.timers.fire();
        writer.settle(Outcome.ROLLED_BACK);

        assertThat(level.told).containsExactly(rows("1"));
    }

    @Test
    void whatTheHooksCouldNotUnderstandIsToldAsAWriteOfAll() {
        cache.sink().failed(new IllegalStateException("not understood"));

        assertThat(level.told).containsExactly(SharedChange.everything());
    }

    @Test
    @Tag("H10")
    void aWriteIsToldBeforeAnythingReadMayBeKeptAgain() {
        cache.id(1);
        Transaction writer = cache.transaction().put(NEW).block().commit();
        List<Boolean> kept = new ArrayList<>();
        level.beforePublish(change -> {
            // The second level still has what was before.
            cache.id(1);
            kept.add(cache.byId.isCached(1L));
        });
        writer.settle();

        assertThat(kept).containsExactly(false);
        assertThat(cache.id(1)).contains(NEW);
    }

    static Stream<Named<Consumer<Harness>>> invalidations() {
        return Stream.of(
                Named.of("by id", cache -> cache.byId.invalidate(1L)),
                Named.of("many", cache -> cache.engine.invalidateMany(List.of(1L))),
                Named.of("by e-mail", cache -> cache.byEmail.invalidate(Row.email(1))),
                Named.of("by e-mail, not in memory", cache -> {
                    cache.engine.bypass(true);
                    cache.engine.bypass(false);
                    cache.byEmail.invalidate(Row.email(1));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidations")
    @Tag("H10")
    void anInvalidationIsToldAndNothingOlderComesBack(Consumer<Harness> invalidation) {
        cache.id(1);
        other.id(1);
        table.put(NEW.email(Row.email(1)));
        level.beforePublish(change -> cache.id(1));
        invalidation.accept(cache);

        assertThat(level.told).containsExactly(rows("1"));
        assertThat(cache.id(1)).contains(NEW.email(Row.email(1)));
        assertThat(other.id(1)).contains(NEW.email(Row.email(1)));
    }

    static Stream<Named<Consumer<Harness>>> changes() {
        return Stream.concat(
                invalidations(),
                Stream.of(
                        Named.of("by status", cache -> cache.byStatus.invalidate(Status.ACTIVE)),
                        Named.of("everything", cache -> cache.engine.clear()),
                        Named.of(
                                "a commit",
                                cache -> cache.transaction().put(NEW).run())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @Tag("H10")
    void aCopyThatWasFoundJustBeforeTheWriteWasToldIsNotKept(Consumer<Harness> change) {
        Harness node = add(Harness.node(
                table,
                level,
                null,
                options -> options.ttl(Duration.ofSeconds(1)).staleWhileRevalidate(false)));
        level.connect();
        node.id(1);
        node.clock.advance(Duration.ofSeconds(1));
        Gate found = new Gate();
        List<Call<Optional<Row>>> loads = new ArrayList<>();
        level.beforePublish(told -> {
            level.beforePublish(again -> {});
            level.afterRead(found::pass);
            loads.add(Call.of(() -> node.id(1)));
            found.awaitReached();
            level.afterRead(() -> {});
        });
        table.put(NEW.email(Row.email(1)));
        change.accept(node);
        found.open();
        loads.forEach(Call::get);

        assertThat(loads).hasSize(1);
        assertThat(node.id(1)).isNotEqualTo(Optional.of(OLD));
    }

    static Stream<Named<Consumer<Harness>>> drops() {
        return Stream.concat(
                invalidations().limit(3),
                Stream.of(
                        Named.of("by status", cache -> cache.byStatus.invalidate(Status.ACTIVE)),
                        Named.of("everything", cache -> cache.engine.clear())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drops")
    @Tag("F47")
    void whatCannotBeToldStillLeavesMemory(Consumer<Harness> invalidation) {
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        level.beforePublish(change -> {
            throw new NoClassDefFoundError("Task");
        });

        assertThatThrownBy(() -> invalidation.accept(cache)).isInstanceOf(NoClassDefFoundError.class);
        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
    }

    @Test
    void aRowThatCameInUnderAValueWhileItWasLookedForElsewhereLeavesToo() {
        other.id(1);
        table.put(NEW);
        level.evictKeys();
        level.beforePublish(told -> cache.id(1));
        cache.byEmail.invalidate(Row.email(1));

        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void aRowThatOnlyTheSecondLevelKnowsByAValueIsFoundByIt() {
        other.id(1);
        table.put(NEW);
        cache.byEmail.invalidate(Row.email(1));

        assertThat(level.told).containsExactly(rows("1"));
        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(other.email(Row.email(1))).isEmpty();
    }

    @Test
    void aValueThatNobodyHereFindsARowByIsToldAsAWriteOfAll() {
        cache.byEmail.invalidate("unknown@example.com");
        assertThat(level.told).containsExactly(SharedChange.everything());
        table.fail(new IllegalStateException("down"));
        assertThatThrownBy(() -> cache.byEmail.invalidate(Row.email(1))).isInstanceOf(CacheLoadException.class);

        assertThat(level.told).containsExactly(SharedChange.everything(), SharedChange.everything());
    }

    @Test
    void aListIsInvalidatedEverywhereWithAllItsRows() {
        other.byStatus.list(Status.ACTIVE);
        other.id(1);
        table.put(NEW);
        level.beforePublish(change -> cache.id(1));
        cache.byStatus.invalidate(Status.ACTIVE);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(other.id(1)).contains(NEW);
        assertThat(other.byStatus.list(Status.ACTIVE)).containsExactly(NEW, Row.of(2));
    }

    @Test
    void aClearDropsWhatIsSharedAndWhatOthersHave() {
        other.id(1);
        table.put(NEW);
        level.beforePublish(change -> cache.id(1));
        cache.engine.clear();

        assertThat(level.cleared()).isEqualTo(1);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(other.id(1)).contains(NEW);
    }

    @Test
    @Tag("H12")
    void nothingIsToldOfWhatIsReadKeptBypassedOrCompared() {
        cache.id(1);
        cache.email(Row.email(2));
        cache.email("unknown@example.com");
        cache.byStatus.list(Status.ACTIVE);
        cache.engine.listAll();
        cache.engine.preload(() -> List.of(Row.of(3)));
        table.put(Row.of(3), NEW);
        cache.engine.refresh(1L);
        cache.engine.sync(SyncMode.FULL);
        cache.engine.audit(10);
        cache.engine.bypass(true);
        cache.engine.bypass(false);
        cache.engine.shutdown();

        assertThat(level.told).isEmpty();
    }

    @Test
    @Tag("H12")
    void nodesThatReadWhatAnotherOneWroteDoNotTellEachOther() {
        Harness whole = add(Harness.node(table, level.another(), options -> options.load(LoadMode.FULL)));
        whole.engine.start();
        cache.id(1);
        other.id(1);
        cache.transaction().put(NEW).delete(2).run();
        cache.id(1);
        other.id(1);
        whole.engine.sync(SyncMode.FULL);

        assertThat(level.told).hasSize(1);
        assertThat(otherLevel.told).isEmpty();
    }

    @Test
    @Tag("H7")
    @Tag("H12")
    void whatAnAuditFindsDoesNotComeBackFromTheSecondLevelAndIsNotTold() {
        cache.id(1);
        table.put(NEW);

        assertThat(cache.engine.audit(10).differences()).hasSize(1);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(level.told).isEmpty();
    }

    @Test
    @Tag("F44")
    void aCommitThatCannotBeToldIsReportedAndReachesItsEnd() {
        cache.id(1);
        List<Failed> failures = new ArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        level.beforePublish(change -> {
            throw new IllegalStateException("no telling");
        });
        PendingWrites pending = cache.sink().block(List.of(Transaction.writeOf(1, Kind.UPDATE)));
        table.put(NEW);
        pending.settle(Outcome.COMMITTED);
        cache.id(1);

        assertThat(failures).extracting(Failed::operation).containsExactly("hooks");
        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H28")
    void aCommitThatEndsAfterTheCacheWasClosedIsStillTold() {
        Transaction writer = cache.transaction().put(NEW).block();
        cache.engine.shutdown();
        other.id(1);
        writer.commit().settle();

        assertThat(other.id(1)).contains(NEW);
    }

    @Test
    void whatNobodySharesIsNotTold() {
        Harness alone = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        alone.table.put(OLD);
        alone.transaction().put(NEW).run();
        alone.engine.clear();

        assertThat(alone.engine.parts().sharing()).isNull();
        assertThat(alone.id(1)).contains(NEW);
    }
}
