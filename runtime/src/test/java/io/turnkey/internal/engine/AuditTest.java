package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.AuditReport;
import io.turnkey.AuditReport.Difference;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheLoadException;
import io.turnkey.internal.store.StoreIntegrity;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Comparing memory with the source. */
@Tag("F83")
class AuditTest extends EngineTest {
    /** Rows 1 to {@code rows}, all in memory. */
    private Harness cached(int rows) {
        Harness cache = versioned();
        List<Long> ids = LongStream.rangeClosed(1, rows).boxed().toList();
        ids.forEach(id -> cache.table.put(Row.of(id)));
        cache.byId.getMany(ids);
        return cache;
    }

    @Test
    @Tag("H7")
    void rowsThatWereChangedOrDeletedBehindTheCachesBackAreReportedAndDropped() {
        Harness cache = cached(5);
        cache.byStatus.list(Status.ACTIVE);
        List<Object> invalidated = new CopyOnWriteArrayList<>();
        cache.engine.on(ItemInvalidated.class, event -> invalidated.add(event.id()));
        Row changed = Row.of(2).email("new@example.com");
        cache.table.put(changed);
        cache.table.delete(4);

        AuditReport report = cache.engine.audit(100);
        assertThat(report.model()).isEqualTo("Row");
        assertThat(report.compared()).isEqualTo(5);
        assertThat(report.isClean()).isFalse();
        assertThat(report.differences())
                .containsExactlyInAnyOrder(new Difference(2L, Row.of(2), changed), new Difference(4L, Row.of(4), null));
        assertThat(cache.stats().divergences()).isEqualTo(2);
        assertThat(invalidated).containsExactlyInAnyOrder(2L, 4L);
        assertThat(cache.email(Row.email(2))).isEmpty();
        assertThat(cache.email("new@example.com")).contains(changed);
        assertThat(cache.id(4)).isEmpty();
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(4);
        assertThat(cache.engine.audit(100).isClean()).isTrue();
        assertThat(cache.stats().divergences()).isEqualTo(2);
    }

    @Test
    void eachRowIsChosenSoonerOrLater() {
        int rows = 10;
        Harness cache = cached(rows);
        for (long id = 1; id <= rows; id++) {
            cache.table.put(Row.of(id).payload("new"));
            int audits = 0;
            while (cache.engine.audit(1).isClean()) {
                audits++;
                assertThat(audits)
                        .as("audits of one row of ten that did not choose row " + id)
                        .isLessThan(1_000);
            }
            cache.id(id);
        }
    }

    @Test
    void noMoreRowsAreReadThanWereAskedFor() {
        Harness cache = cached(10);
        LongStream.rangeClosed(1, 10).forEach(id -> cache.table.put(Row.of(id).payload("new")));
        int before = cache.table.statements();

        for (int found = 3; found <= 9; found += 3) {
            AuditReport report = cache.engine.audit(3);
            assertThat(report.compared()).isEqualTo(3);
            assertThat(report.differences()).hasSize(3);
            assertThat(cache.stats().divergences()).isEqualTo(found);
        }
        assertThat(cache.table.statements()).isEqualTo(before + 3);
    }

    @Test
    void manyRowsAreReadInBatches() {
        Harness cache = cached(2_500);
        int before = cache.table.statements();

        assertThat(cache.engine.audit(2_100).compared()).isEqualTo(2_100);
        assertThat(cache.table.statements()).isEqualTo(before + 3);
    }

    @Test
    @Tag("F25")
    void expiredRowsAreComparedToo() {
        Harness cache = cached(2);
        cache.clock.advance(Duration.ofHours(1));
        cache.table.put(Row.of(1).payload("new"));

        assertThat(cache.engine.audit(10).differences())
                .extracting(Difference::id)
                .containsExactly(1L);
        assertThat(cache.engine.isExpired(2L)).as("it is not renewed").isTrue();
    }

    @Test
    @Tag("H1")
    void aRowThatChangesMeanwhileIsLeftOut() {
        Harness cache = cached(3);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<AuditReport> audit = Call.of(() -> cache.engine.audit(10));
        read.awaitReached();
        // One is dropped, one is dropped and read again: neither is what was sampled any more.
        cache.write(Row.of(1).payload("new"));
        cache.write(Row.of(2).payload("new"));
        cache.id(2);
        read.open();

        assertThat(audit.get().compared()).isEqualTo(1);
        assertThat(audit.get().isClean()).isTrue();
        assertThat(cache.byId.isCached(2L)).isTrue();
    }

    @Test
    void aRowThatIsReplacedMeanwhileIsLeftOut() {
        Harness cache = cached(2);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<AuditReport> audit = Call.of(() -> cache.engine.audit(10));
        read.awaitReached();
        cache.table.put(Row.of(1).payload("new"));
        cache.engine.refresh(1L);
        read.open();

        assertThat(audit.get().compared()).isEqualTo(1);
        assertThat(audit.get().isClean()).isTrue();
        assertThat(cache.byId.peek(1L)).contains(Row.of(1).payload("new"));
    }

    @Test
    @Tag("H14")
    void aKeyThatLeadsToAnotherRowIsReportedAndHealed() {
        Harness cache = cached(2);
        StoreIntegrity.breakIndex(cache.engine.parts().store(), cache.model.email, Row.email(1), Row.email(2));

        AuditReport report = cache.engine.audit(10);
        assertThat(report.compared()).isEqualTo(2);
        assertThat(report.differences()).containsExactly(new Difference(2L, Row.of(2), Row.of(1)));
        assertThat(cache.email(Row.email(1))).contains(Row.of(1));
        assertThat(cache.email(Row.email(2))).contains(Row.of(2));
    }

    @Test
    void anIndexThatWasDroppedIsNoDifference() {
        Harness cache = cached(2);
        cache.byEmail.clear();

        assertThat(cache.engine.audit(10).isClean()).isTrue();
    }

    @Test
    void anEmptyCacheNeedsNoStatement() {
        Harness cache = versioned();

        assertThat(cache.engine.audit(10)).isEqualTo(new AuditReport("Row", 0, List.of()));
        assertThat(cache.table.statements()).isZero();
    }

    @Test
    void aSampleOfNothingIsRefused() {
        Harness cache = versioned();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.engine.audit(0))
                .withMessage("sampleSize must be at least 1, but is 0");
    }

    @Test
    @Tag("F28")
    void aDatabaseThatFailsIsToldOfAndNothingIsDropped() {
        Harness cache = cached(2);
        cache.table.fail(new IllegalStateException("down"));

        assertThatThrownBy(() -> cache.engine.audit(10))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.audit could not read the database");
        assertThat(cache.engine.cached()).hasSize(2);
        assertThat(cache.stats().divergences()).isZero();
    }

    @Test
    @Tag("F50")
    @Tag("H28")
    void closingEndsIt() {
        Harness cache = cached(2);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<AuditReport> audit = Call.of(() -> cache.engine.audit(10));
        read.awaitReached();
        cache.engine.shutdown();

        assertThatIllegalStateException().isThrownBy(audit::get).withMessage("Row is closed");
        read.open();
    }
}
