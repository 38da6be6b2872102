package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Row.TenantLogin;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A load that read before a change must not be kept after it, whichever way it came and whatever the change was. */
class LoadVersusChangeTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");

    static Stream<Named<Function<Harness, Optional<Row>>>> ways() {
        return Stream.of(
                Named.of("by id", cache -> cache.id(1)),
                Named.of("by e-mail", cache -> cache.email(Row.email(1))),
                Named.of("by composite key", cache -> cache.byLogin.get(new TenantLogin("t1", "l1"))),
                Named.of(
                        "by many ids",
                        cache -> Optional.ofNullable(
                                cache.byId.getMany(List.of(1L, 1L)).get(1L))),
                Named.of("by refresh", cache -> cache.engine.refresh(1L)),
                Named.of(
                        "by list",
                        cache -> cache.byStatus.list(Status.ACTIVE).stream().findFirst()),
                Named.of("by listAll", cache -> cache.engine.listAll().stream().findFirst()));
    }

    static Stream<Named<Consumer<Harness>>> changes() {
        return Stream.of(
                Named.of("invalidateById", cache -> cache.byId.invalidate(1L)),
                Named.of("invalidateMany", cache -> cache.engine.invalidateMany(List.of(7L, 1L))),
                Named.of("invalidateByEmail", cache -> cache.byEmail.invalidate(Row.email(1))),
                Named.of("invalidateByStatus", cache -> cache.byStatus.invalidate(Status.ACTIVE)),
                Named.of("a known change", cache -> cache.writeKnown(NEW)),
                Named.of("clear", cache -> cache.engine.clear()),
                Named.of("bypass on and off", cache -> {
                    cache.engine.bypass(true);
                    cache.engine.bypass(false);
                }));
    }

    static Stream<Arguments> waysAndChanges() {
        return ways().flatMap(way -> changes().map(change -> Arguments.of(way, change)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndChanges")
    @Tag("H1")
    @Tag("H3")
    @Tag("H11")
    @Tag("F47")
    @Tag("F48")
    void aLoadThatReadBeforeAChangeIsRefusedAfterIt(Function<Harness, Optional<Row>> way, Consumer<Harness> change) {
        Harness cache = versioned();
        cache.table.put(OLD);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> way.apply(cache));
        read.awaitReached();
        cache.table.put(NEW);
        change.accept(cache);

        // Who comes after the change has a load of its own, although the old one is still under way.
        assertThat(way.apply(cache)).contains(NEW);
        read.open();
        early.get();

        assertThat(way.apply(cache)).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
        assertThat(cache.stats().refusedInstalls()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @Tag("H1")
    @Tag("F48")
    void aChangeWaitsForTheRowThatIsJustBeingPutIn(Consumer<Harness> change) {
        Gate installing = new Gate();
        AtomicReference<@Nullable Thread> changing = new AtomicReference<>();
        Harness cache = indexing(
                true,
                row -> {
                    // Only the loader is held, in the middle of the atomic step, when it has already looked at its
                    // ticket.
                    if (row.equals(OLD)
                            && Thread.currentThread().getName().startsWith("pool")
                            && changing.get() == null) {
                        installing.pass();
                    }
                },
                options -> options);
        cache.table.put(OLD);
        Call<Optional<Row>> early = Call.of(() -> cache.byLogin.get(OLD.tenantLogin()));
        installing.awaitReached();
        changing.set(Thread.currentThread());
        cache.table.put(NEW);
        Call<Boolean> changed = Call.of(() -> change.accept(cache)).awaitBlocked();
        installing.open();
        changed.get();

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
        assertThat(early.get()).isPresent();
    }

    @Test
    @Tag("H1")
    @Tag("F32")
    void whoJoinedBeforeTheChangeMayHaveTheVoidedRowWhichIsNotKept() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> starter = Call.of(() -> cache.id(1));
        read.awaitReached();
        Call<Optional<Row>> joiner = Call.of(() -> cache.id(1)).awaitParked();
        cache.write(NEW);
        read.open();

        assertThat(starter.get()).contains(OLD);
        assertThat(joiner.get()).contains(OLD);
        assertThat(cache.byId.peek(1L)).isEmpty();
        assertThat(cache.stats().refusedInstalls()).isEqualTo(1);
    }

    @Test
    @Tag("H1")
    @Tag("F32")
    void whoComesLaterJoinsTheLaterCallersAndNotTheVoidedFlight() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Gate first = cache.table.holdNext(Moment.AFTER);
        Gate second = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.id(1));
        first.awaitReached();
        cache.write(NEW);
        Call<Optional<Row>> late = Call.of(() -> cache.id(1));
        second.awaitReached();
        Call<Optional<Row>> later = Call.of(() -> cache.id(1)).awaitParked();
        first.open();
        assertThat(early.get()).contains(OLD);
        second.open();

        assertThat(late.get()).contains(NEW);
        assertThat(later.get()).contains(NEW);
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.byId.peek(1L)).contains(NEW);
    }

    @Test
    @Tag("H3")
    void aKnownChangeOfAnotherRowWithOtherKeysLeavesALoadAlone() {
        Harness cache = versioned();
        cache.table.put(OLD, Row.of(2));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> load = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        cache.writeKnown(Row.of(2).email("other@example.com"));
        Call<Optional<Row>> joiner = Call.of(() -> cache.email(Row.email(1))).awaitParked();
        read.open();

        assertThat(load.get()).contains(OLD);
        assertThat(joiner.get()).contains(OLD);
        assertThat(cache.byEmail.peek(Row.email(1))).contains(OLD);
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.stats().refusedInstalls()).isZero();
    }

    @Test
    @Tag("H3")
    void anUnknownChangeOfAnyRowVoidsALoadByKeyButNotOneByAnotherId() {
        Harness cache = versioned();
        cache.table.put(OLD, Row.of(2));
        Gate byKey = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> email = Call.of(() -> cache.email(Row.email(1)));
        byKey.awaitReached();
        Gate byId = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> id = Call.of(() -> cache.id(1));
        byId.awaitReached();
        // Row 2 may have taken row 1's e-mail, for all that is known.
        cache.byId.invalidate(2L);
        byKey.open();
        email.get();
        assertThat(cache.byEmail.peek(Row.email(1))).isEmpty();
        byId.open();
        id.get();
        assertThat(cache.byId.peek(1L)).contains(OLD);
    }

    @Test
    @Tag("H13")
    void aLoadByTheOldKeyValueIsVoidedByTheKnownChangeOfTheKey() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        cache.writeKnown(OLD.email("new@example.com"));
        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.email("new@example.com")).isPresent();
        read.open();
        // A newer version was answered meanwhile, so this caller is not given the older one either.
        assertThat(early.get()).isEmpty();

        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.byId.peek(1L).map(Row::email)).contains("new@example.com");
    }

    @Test
    @Tag("H20")
    @Tag("F27")
    void aLoadThatFoundNothingIsNotRememberedAfterTheInsert() {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        cache.writeKnown(OLD);
        read.open();
        assertThat(early.get()).isEmpty();

        assertThat(cache.email(Row.email(1))).contains(OLD);
        assertThat(cache.stats().refusedInstalls()).isEqualTo(1);
    }

    @Test
    @Tag("H24")
    @Tag("F03")
    void aListThatWasReadBeforeARowMovedIsKeptOnNeitherSide() {
        Harness cache = versioned();
        cache.table.put(OLD, Row.of(2));
        Gate active = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> early = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        active.awaitReached();
        Gate blocked = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> earlyToo = Call.of(() -> cache.byStatus.list(Status.BLOCKED));
        blocked.awaitReached();
        Row moved = OLD.status(Status.BLOCKED);
        cache.writeKnown(moved);
        active.open();
        blocked.open();
        assertThat(early.get()).containsExactly(OLD, Row.of(2));
        assertThat(earlyToo.get()).isEmpty();

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byStatus.isCached(Status.BLOCKED)).isFalse();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(Row.of(2));
        assertThat(cache.byStatus.list(Status.BLOCKED)).containsExactly(moved);
        assertThat(cache.stats().refusedInstalls()).isEqualTo(2);
    }

    @Test
    @Tag("H24")
    @Tag("F03")
    void aListOfAnotherValueSurvivesAKnownMove() {
        Harness cache = versioned();
        cache.table.put(OLD, Row.of(2).status(Status.GONE));
        cache.byStatus.list(Status.GONE);
        cache.byStatus.list(Status.ACTIVE);
        cache.writeKnown(OLD.status(Status.BLOCKED));

        assertThat(cache.byStatus.isCached(Status.GONE)).isTrue();
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
    }

    @Test
    @Tag("H24")
    void everyListFallsWhenARowChangedAndNobodySaidHow() {
        Harness cache = versioned();
        cache.table.put(OLD);
        cache.byStatus.list(Status.ACTIVE);
        cache.byTenant.list("t1");
        cache.engine.listAll();
        cache.byId.invalidate(1L);

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byTenant.isCached("t1")).isFalse();
        cache.table.put(NEW);
        assertThat(cache.engine.listAll()).containsExactly(NEW);
    }
}
