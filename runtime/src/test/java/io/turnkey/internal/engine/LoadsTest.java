package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.turnkey.CacheLoadException;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Row.TenantLogin;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads that need the source: one load for all, and failures. */
class LoadsTest extends EngineTest {
    @Test
    @Tag("F30")
    void aHitByAnyKeyNeedsNoStatement() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        assertThat(cache.id(1)).contains(Row.of(1));
        Optional<Row> first = cache.id(1);

        assertThat(first).contains(Row.of(1));
        assertThat(cache.email(Row.email(1))).isSameAs(first);
        assertThat(cache.byLogin.get(new TenantLogin("t1", "l1"))).isSameAs(first);
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.stats().hits()).isEqualTo(3);
        assertThat(cache.stats().misses()).isEqualTo(1);
    }

    @Test
    @Tag("F30")
    void aRowWithoutAnEmailIsFoundByItsOtherKeys() {
        Harness cache = versioned();
        Row row = Row.of(1).email(null);
        cache.table.put(row, Row.of(2).email(null));

        assertThat(cache.byId.getMany(List.of(1L, 2L))).hasSize(2);
        assertThat(cache.byLogin.peek(row.tenantLogin())).contains(row);
    }

    @Test
    @Tag("F32")
    void manyCallersOfOneMissingRowCauseOneRead() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.BEFORE);
        List<Call<Optional<Row>>> callers = new ArrayList<>(List.of(Call.of(() -> cache.id(1))));
        read.awaitReached();
        IntStream.range(0, 8)
                .forEach(i -> callers.add(Call.of(() -> cache.id(1)).awaitParked()));
        read.open();

        assertThat(callers).allSatisfy(call -> assertThat(call.get()).contains(Row.of(1)));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F32")
    void aCallerThatMissedJustBeforeAnotherLoadEndedReadsNothing() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.id(1);

        assertThat(cache.engine.parts().rows().load(cache.engine.parts().id(), 1L, id -> Optional.empty()))
                .contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.engine.parts().flights()).isZero();
    }

    @Test
    @Tag("F32")
    void aCallerThatMissedAListJustBeforeAnotherLoadEndedReadsNothing() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        List<Row> list = cache.byStatus.list(Status.ACTIVE);
        int ordinal = cache.engine.parts().ordinal(cache.model.status);

        assertThat(cache.engine.parts().listLoader().load(cache.model.status, ordinal, List.of(Status.ACTIVE)))
                .containsEntry(Status.ACTIVE, list);
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.engine.parts().flights()).isZero();
    }

    @Test
    @Tag("F32")
    @Tag("F33")
    void manyCallersOfOneMissingListCauseOneRead() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<List<Row>> first = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        read.awaitReached();
        Call<List<Row>> second =
                Call.of(() -> cache.byStatus.list(Status.ACTIVE)).awaitParked();
        read.open();

        assertThat(first.get()).isSameAs(second.get()).containsExactly(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F31")
    void manyAreAnsweredInArgumentOrderFoundOnesOnlyWithOneStatement() {
        Harness cache = versioned();
        LongStream.rangeClosed(1, 6).forEach(id -> cache.table.put(Row.of(id)));
        cache.id(4);
        int before = cache.table.statements();

        Map<Long, Row> found = cache.byId.getMany(List.of(6L, 99L, 4L, 1L, 6L, 98L, 2L));

        assertThat(found.keySet()).containsExactly(6L, 4L, 1L, 2L);
        found.forEach((id, row) -> assertThat(row).isEqualTo(Row.of(id)));
        assertThat(cache.table.statements()).isEqualTo(before + 1);
        assertThat(cache.byId.getMany(List.of(2L, 1L)).keySet()).containsExactly(2L, 1L);
        assertThat(cache.table.statements()).isEqualTo(before + 1);
        assertThat(cache.byEmail
                        .getMany(List.of(Row.email(2), "none", Row.email(3)))
                        .keySet())
                .containsExactly(Row.email(2), Row.email(3));
        assertThat(cache.byId.getMany(List.of())).isEmpty();
    }

    @Test
    @Tag("F31")
    @Tag("F32")
    void manyJoinTheLoadsThatAreUnderWay() {
        Harness cache = versioned();
        cache.table.put(Row.of(1), Row.of(2));
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<Optional<Row>> one = Call.of(() -> cache.id(1));
        read.awaitReached();
        Call<Map<Long, Row>> many =
                Call.of(() -> cache.byId.getMany(List.of(2L, 1L))).awaitParked();
        read.open();

        assertThat(many.get().keySet()).containsExactly(2L, 1L);
        assertThat(one.get()).contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.stats().loads()).isEqualTo(2);
    }

    @Test
    @Tag("F33")
    @Tag("F03")
    void manyListsAreAnsweredInArgumentOrderEmptyOnesToo() {
        Harness cache = versioned();
        cache.table.put(Row.of(1), Row.of(2).status(Status.GONE), Row.of(3));

        Map<Status, List<Row>> lists =
                cache.byStatus.listMany(List.of(Status.GONE, Status.BLOCKED, Status.ACTIVE, Status.GONE));

        assertThat(lists.keySet()).containsExactly(Status.GONE, Status.BLOCKED, Status.ACTIVE);
        assertThat(lists.get(Status.BLOCKED)).isEmpty();
        assertThat(lists.get(Status.ACTIVE)).containsExactly(Row.of(1), Row.of(3));
        assertThat(cache.byStatus.isCached(Status.BLOCKED)).isTrue();
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F30")
    void aNullKeyIsRefusedByItsName() {
        Harness cache = versioned();
        assertThatNullPointerException().isThrownBy(() -> cache.byId.get(null)).withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.byEmail.get(null))
                .withMessage("email");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.byLogin.getMany(Arrays.asList(new TenantLogin("t", "l"), null)))
                .withMessage("tenantAndLogin");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.byStatus.list(null))
                .withMessage("status");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.byStatus.listMany(Arrays.asList(Status.GONE, null)))
                .withMessage("status");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.byEmail.invalidate(null))
                .withMessage("email");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.engine.refresh(null))
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> cache.engine.isExpired(null))
                .withMessage("id");
        assertThat(cache.table.statements()).isZero();
    }

    @Test
    @Tag("F30")
    void aFailingSourceIsNeverAnEmptyAnswer() {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(Row.of(1));
        RuntimeException broken = new IllegalArgumentException("no such column");
        cache.table.fail(broken);

        for (Runnable read : List.<Runnable>of(
                () -> cache.id(1),
                () -> cache.byId.getMany(List.of(1L, 2L)),
                () -> cache.byStatus.list(Status.ACTIVE),
                () -> cache.engine.listAll(),
                () -> cache.engine.refresh(1L))) {
            assertThatThrownBy(read::run)
                    .isInstanceOf(CacheLoadException.class)
                    .hasCause(broken)
                    .hasMessageContaining("Row.")
                    .hasMessageContaining("could not read the database");
        }
        assertThat(cache.stats().loadFailures()).isEqualTo(5);
        cache.table.fail(null);
        assertThat(cache.id(1)).contains(Row.of(1));
    }

    @Test
    @Tag("F28")
    @Tag("F30")
    void anErrorIsAFailureLikeAnyOtherAndNobodyWaitsForTheDeadline() {
        StackOverflowError deep = new StackOverflowError("a converter");
        AtomicBoolean broken = new AtomicBoolean(true);
        Harness cache = indexing(
                true,
                row -> {
                    if (broken.get()) {
                        throw deep;
                    }
                },
                options -> options.loadTimeout(Duration.ofDays(1)));
        cache.table.put(Row.of(1));
        cache.table.beforeRow(row -> {
            if (broken.get()) {
                throw deep;
            }
        });

        for (Call<?> caller :
                List.of(Call.of(() -> cache.email(Row.email(1))), Call.of(() -> cache.engine.listAll()))) {
            assertThatThrownBy(caller::get)
                    .isInstanceOf(CacheLoadException.class)
                    .hasRootCause(deep);
        }
        broken.set(false);
        assertThat(cache.email(Row.email(1))).contains(Row.of(1));
        assertThat(cache.engine.listAll()).containsExactly(Row.of(1));
    }

    @Test
    @Tag("F30")
    void aRowThatOnlyTheDatabaseFindsEqualIsNoAnswerAndIsCounted() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.table.ignoreCase();

        assertThat(cache.email("R1@EXAMPLE.COM")).isEmpty();
        assertThat(cache.byEmail.getMany(List.of("R1@EXAMPLE.COM", Row.email(1))))
                .containsOnlyKeys(Row.email(1));
        assertThat(cache.byTenant.list("T1")).isEmpty();
        assertThat(cache.stats().mismatches()).isEqualTo(2);
    }

    @Test
    @Tag("F30")
    @Tag("F31")
    void anAnswerThatTheSourceCutOffIsAnErrorAndNotAMissingRow() {
        Harness cache = versioned();
        // No unique constraint: the rows of the first value leave no room for the second's.
        LongStream.rangeClosed(1, 150).forEach(id -> cache.table.put(Row.of(id).email("a@example.com")));
        cache.table.put(Row.of(200));

        assertThatThrownBy(() -> cache.byEmail.getMany(List.of("a@example.com", Row.email(200))))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.getByEmail")
                .hasMessageContaining("unique constraint");
    }

    @Test
    @Tag("F03")
    @Tag("F30")
    void aListThatTheSourceCutOffIsAnErrorAndNotAShorterList() {
        Harness cache = versioned(options -> options.maxListSize(3));
        cache.table.put(
                Row.of(1).login("T", "1"),
                Row.of(2).login("T", "2"),
                Row.of(3).login("T", "3"),
                Row.of(4).login("t", "4"),
                Row.of(5).login("t", "5"));
        cache.table.ignoreCase();

        assertThatThrownBy(() -> cache.byTenant.list("t"))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.listByTenant")
                .hasMessageContaining("maxListSize = 3");
    }

    @Test
    @Tag("F03")
    @Tag("F33")
    @Tag("F81")
    void aListThatIsTooLongIsAnErrorThatNamesMethodAndOption() {
        Harness cache = versioned(options -> options.maxListSize(2));
        cache.table.put(Row.of(1), Row.of(2));
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(2);
        assertThat(cache.engine.listAll()).hasSize(2);
        cache.write(Row.of(3));

        assertThatThrownBy(() -> cache.byStatus.list(Status.ACTIVE))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.listByStatus")
                .hasMessageContaining("maxListSize = 2");
        assertThatThrownBy(cache.engine::listAll)
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.listAll")
                .hasMessageContaining("maxListSize = 2");
        assertThatThrownBy(() -> cache.byStatus.listMany(List.of(Status.GONE, Status.ACTIVE)))
                .isInstanceOf(CacheLoadException.class);
        assertThat(cache.stats().loads()).as("those that succeeded").isEqualTo(2);
        assertThat(cache.stats().loadFailures()).isEqualTo(3);
    }

    @Test
    @Tag("F33")
    void aListMayBeAsLongAsThereAreNumbers() {
        Harness cache = versioned(options -> options.maxListSize(Integer.MAX_VALUE));
        cache.table.put(Row.of(1), Row.of(2));

        assertThat(cache.engine.listAll()).hasSize(2);
        assertThat(cache.byStatus.listMany(List.of(Status.ACTIVE, Status.GONE)).get(Status.ACTIVE))
                .hasSize(2);
    }

    @Test
    @Tag("F28")
    void anInterruptedCallerIsToldKeepsTheInterruptAndDisturbsNoOtherCaller() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> interrupted = Call.of(() -> {
            assertThatThrownBy(() -> cache.id(1))
                    .isInstanceOf(CacheLoadException.class)
                    .hasMessageContaining("interrupted");
            return Thread.currentThread().isInterrupted();
        });
        read.awaitReached();
        Call<Optional<Row>> patient = Call.of(() -> cache.id(1)).awaitParked();
        interrupted.awaitParked().interrupt();
        assertThat(interrupted.get()).isTrue();
        read.open();

        assertThat(patient.get()).contains(Row.of(1));
        assertThat(cache.byId.peek(1L)).contains(Row.of(1));
    }

    @Test
    @Tag("F28")
    void everyCallerOfAFailedLoadGetsAnExceptionOfItsOwn() {
        Harness cache = versioned();
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<Optional<Row>> first = Call.of(() -> cache.id(1));
        read.awaitReached();
        Call<Optional<Row>> second = Call.of(() -> cache.id(1)).awaitParked();
        cache.table.fail(new IllegalStateException("broken"));
        read.open();

        CacheLoadException one = catchThrowableOfType(CacheLoadException.class, first::get);
        CacheLoadException two = catchThrowableOfType(CacheLoadException.class, second::get);
        assertThat(one).isNotSameAs(two).hasRootCauseMessage("broken");
        assertThat(two).hasRootCauseMessage("broken");
    }
}
