package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.ImportReport;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a row while the import that is to bring it in is at work. */
@Tag("F49")
@Tag("P1")
class ImportVersusChangeTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");

    private static Harness lazy(ImportVersusChangeTest test, boolean versioned) {
        return test.add(Harness.on(Runnable::run, versioned, options -> options.load(LoadMode.LAZY)));
    }

    /** An import of the old row that {@code meanwhile} happens in the middle of. */
    private static ImportReport importOld(Harness cache, Consumer<Harness> meanwhile) {
        return cache.engine.preload(() -> {
            meanwhile.accept(cache);
            return List.of(OLD);
        });
    }

    private static Named<Consumer<Harness>> change(String name, Consumer<Harness> change) {
        return Named.of(name, change);
    }

    static Stream<Named<Consumer<Harness>>> changes() {
        return Stream.of(
                change("invalidated by id", cache -> cache.write(NEW)),
                change("written, known how", cache -> cache.writeKnown(NEW)),
                change("deleted, known of what", cache -> cache.deleteKnown(1)),
                change("committed", cache -> cache.transaction().put(NEW).run()),
                change(
                        "deleted by a commit",
                        cache -> cache.transaction().delete(1).run()),
                change(
                        "rolled back",
                        cache -> cache.transaction().put(NEW).block().settle(Outcome.ROLLED_BACK)),
                change(
                        "a bulk write",
                        cache ->
                                cache.transaction().put(NEW).blockAll().commit().settle()),
                change("invalidated by e-mail", cache -> cache.byEmail.invalidate(OLD.email())),
                change("invalidated by status", cache -> cache.byStatus.invalidate(Status.ACTIVE)),
                change("cleared", cache -> cache.engine.clear()),
                change("off and on", cache -> {
                    cache.engine.bypass(true);
                    cache.engine.bypass(false);
                }),
                change("deleted in silence, found out by id", cache -> {
                    cache.table.delete(1);
                    assertThat(cache.id(1)).isEmpty();
                }),
                change("deleted in silence, found out by e-mail", cache -> {
                    cache.table.delete(1);
                    assertThat(cache.email(OLD.email())).isEmpty();
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Tag("H1")
    @Tag("H4")
    @Tag("H15")
    void aRowThatChangesMeanwhileIsRejected(Consumer<Harness> change) {
        for (boolean versioned : List.of(true, false)) {
            Harness cache = lazy(this, versioned);
            cache.table.put(OLD);

            assertThat(importOld(cache, change)).isEqualTo(new ImportReport("Row", 0, 0, 0, 1));
            assertThat(cache.byId.isCached(1L)).isFalse();
            assertThat(cache.byEmail.isCached(OLD.email())).isFalse();
            assertThat(cache.id(1)).isEqualTo(Optional.ofNullable(cache.table.row(1)));
        }
    }

    @Test
    @Tag("H4")
    void aRowThatIsBeingWrittenWhenTheImportBeginsIsRejected() {
        Harness cache = lazy(this, true);
        cache.table.put(OLD);
        Transaction transaction = cache.transaction().put(NEW).block();
        ImportReport report = importOld(cache, busy -> transaction.commit().settle());

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    @Tag("H4")
    void aRowThatIsStillBeingWrittenWhenTheImportEndsIsRejected() {
        Harness cache = lazy(this, true);
        cache.table.put(OLD);
        Transaction transaction = cache.transaction().put(NEW);
        ImportReport report = importOld(cache, busy -> transaction.block());

        assertThat(report.rejected()).isEqualTo(1);
        transaction.commit().settle();
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void otherRowsComeIn() {
        Harness cache = lazy(this, true);
        cache.table.put(OLD, Row.of(2));
        ImportReport report = cache.engine.preload(() -> {
            cache.write(NEW);
            return List.of(OLD, Row.of(2));
        });

        assertThat(report).isEqualTo(new ImportReport("Row", 1, 0, 0, 1));
        assertThat(cache.byId.peek(2L)).contains(Row.of(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("P3")
    void nothingOlderThanACopyThatLeftMeanwhileComesIn(boolean versioned) {
        for (boolean before : List.of(true, false)) {
            Harness cache = lazy(this, versioned);
            cache.table.put(NEW);
            Consumer<Harness> read = reader -> assertThat(reader.id(1)).contains(NEW);
            if (before) {
                read.accept(cache);
            }
            ImportReport report = importOld(cache, busy -> {
                read.accept(busy);
                busy.engine.parts().store().expire(Long.MAX_VALUE);
            });

            assertThat(report.rejected()).isEqualTo(1);
            assertThat(cache.engine.size()).isZero();
        }
    }

    @Test
    @Tag("P3")
    void theVersionThatLeftMeanwhileMayComeBack() {
        Harness cache = lazy(this, true);
        cache.table.put(OLD);
        cache.id(1);

        assertThat(importOld(cache, busy -> busy.engine.parts().store().expire(Long.MAX_VALUE))
                        .loaded())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAZY", "AUTO"})
    @Tag("H11")
    void aRowThatASyncFoundToBeGoneIsRejected(LoadMode mode) {
        Harness cache = add(Harness.on(Runnable::run, true, options -> options.load(mode)));
        cache.table.put(OLD);
        cache.engine.start();
        cache.id(1);
        ImportReport report = importOld(cache, busy -> {
            busy.table.delete(1);
            busy.engine.sync(SyncMode.FULL);
            assertThat(busy.engine.size()).isZero();
        });

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(cache.engine.listAll()).isEmpty();
    }

    @Test
    @Tag("H27")
    void aLoadThatReadsAnotherCopyMeanwhileIsRight() {
        for (boolean versioned : List.of(true, false)) {
            Harness cache = versioned ? versioned() : unversioned();
            cache.table.put(NEW);
            Gate read = cache.table.holdNext(Moment.AFTER);
            Call<Optional<Row>> load = Call.of(() -> cache.id(1));
            read.awaitReached();
            assertThat(importOld(cache, busy -> {}).loaded()).isEqualTo(1);
            read.open();

            assertThat(load.get()).contains(NEW);
            assertThat(cache.id(1)).contains(NEW);
        }
    }

    @Test
    @Tag("H14")
    void aRowThatIsReadMeanwhileAndOwnsTheKeyStays() {
        Harness cache = versioned();
        Row owner = Row.of(2).email(OLD.email());
        cache.table.put(owner);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> load = Call.of(() -> cache.id(2));
        read.awaitReached();
        importOld(cache, busy -> {});
        read.open();

        assertThat(load.get()).contains(owner);
        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(cache.email(OLD.email())).contains(owner);
    }

    @Test
    @Tag("H14")
    void aKeyThatIsGivenToAnotherRowMeanwhileIsNotTakenFromIt() {
        Row owner = Row.of(2).email(OLD.email());
        for (boolean before : List.of(true, false)) {
            Harness cache = lazy(this, true);
            Transaction transaction = cache.transaction().put(owner);
            if (before) {
                transaction.block();
            }
            ImportReport report = importOld(
                    cache,
                    busy -> (before ? transaction : transaction.block())
                            .commit()
                            .settle());

            assertThat(cache.email(OLD.email())).contains(owner);
            assertThat(report.rejected()).isEqualTo(1);
        }
    }

    @Test
    @Tag("H14")
    void aKeyThatIsGivenToAnotherRowLaterIsTakenFromTheImportedOne() {
        Row owner = Row.of(2).email(OLD.email());
        Harness cache = lazy(this, true);
        assertThat(importOld(cache, busy -> {}).loaded()).isEqualTo(1);
        cache.transaction().put(owner).run();

        assertThat(cache.email(OLD.email())).contains(owner);
        assertThat(cache.byId.isCached(1L)).isFalse();
    }

    @Test
    @Tag("H14")
    void aRowThatWasReadKeepsItsKeyUntilItIsWrittenItself() {
        Harness cache = lazy(this, true);
        cache.table.put(OLD);
        importOld(cache, busy -> {});
        cache.engine.refresh(1L);
        cache.announce(null, Row.of(2).email(OLD.email()));

        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    void aRowThatALoadUnderWayDoesNotFindLeavesAgain() {
        for (boolean byEmail : List.of(true, false)) {
            Harness cache = versioned(options -> options.load(LoadMode.LAZY));
            Gate read = cache.table.holdNext(Moment.AFTER);
            Call<Optional<Row>> load = Call.of(() -> byEmail ? cache.email(OLD.email()) : cache.id(1));
            read.awaitReached();
            assertThat(importOld(cache, busy -> {}).loaded()).isEqualTo(1);
            read.open();

            assertThat(load.get()).isEmpty();
            assertThat(cache.id(1)).isEmpty();
            assertThat(cache.email(OLD.email())).isEmpty();
        }
    }

    @Test
    void twoImportsAtOnceBringARowInOnce() {
        Harness cache = lazy(this, true);
        ImportReport[] inner = new ImportReport[1];
        ImportReport outer = importOld(cache, busy -> inner[0] = importOld(busy, nothing -> {}));

        assertThat(inner[0].loaded()).isEqualTo(1);
        assertThat(outer).isEqualTo(new ImportReport("Row", 0, 0, 1, 0));
    }

    @Test
    @Tag("F20")
    void aRowThatExpiresWhileTheRestIsReadIsExpired() {
        Harness cache = lazy(this, true);

        assertThat(importOld(cache, busy -> busy.clock.advance(Duration.ofHours(1))))
                .isEqualTo(new ImportReport("Row", 0, 1, 0, 0));
    }

    @Test
    void anImportThatLastsForEverRemembersABoundedPartOfWhatHappens() {
        Harness cache = lazy(this, true);

        ImportReport report = importOld(cache, each -> {
            List<Long> others = LongStream.rangeClosed(2, 1_000_001).boxed().toList();
            each.engine.invalidateMany(others);
            each.engine.invalidateMany(List.of(-1L));
        });

        assertThat(report).isEqualTo(new ImportReport(report.model(), 0, 0, 0, 1));
        assertThat(importOld(cache, each -> {}).loaded()).as("the next one").isOne();
    }
}
