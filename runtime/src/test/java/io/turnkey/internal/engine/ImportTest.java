package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.ImportReport;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.RowModel;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which rows an import brings in, and that it throws nothing out. */
@Tag("F49")
class ImportTest extends EngineTest {
    private static final Row STRANGER = Row.of(9);

    private static Row[] rows(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Row::of).toArray(Row[]::new);
    }

    private static ImportReport preload(Harness cache, Row... rows) {
        return cache.engine.preload(() -> List.of(rows));
    }

    private static void assertReport(ImportReport report, long loaded, long present, long rejected) {
        assertThat(report).isEqualTo(new ImportReport("Row", loaded, 0, present, rejected));
    }

    @Test
    void whatMemoryLacksComesInAndIsFoundByEachKeyAndWhatIsPresentStays() {
        Harness cache = versioned();
        cache.table.put(rows(1, 2));
        cache.id(1);
        int statements = cache.table.statements();

        assertReport(preload(cache, Row.of(1).payload("other"), Row.of(2)), 1, 1, 0);
        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.id(2)).contains(Row.of(2));
        assertThat(cache.email(Row.email(2))).contains(Row.of(2));
        assertThat(cache.byLogin.get(Row.of(2).tenantLogin())).contains(Row.of(2));
        assertThat(cache.table.statements()).isEqualTo(statements);
        assertThat(cache.stats().loads()).isEqualTo(1);
    }

    @Test
    void anExpiredCopyIsPresentToo() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.id(1);
        cache.clock.advance(Duration.ofHours(1));

        assertReport(preload(cache, Row.of(1).payload("other")), 0, 1, 0);
        assertThat(cache.engine.isExpired(1L)).isTrue();
    }

    @Test
    void ofTwoRowsWithOneIdTheFirstComesInAndIsPresentForTheOther() {
        Harness cache = versioned();

        assertReport(preload(cache, Row.of(1), Row.of(1).payload("second")), 1, 1, 0);
        assertThat(cache.byId.peek(1L)).contains(Row.of(1));
    }

    @Test
    @Tag("H14")
    void aRowThatClaimsTheKeyOfAPresentOneIsRejectedAndLeavesNoTrace() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.id(1);
        Row one = Row.of(1);

        assertReport(
                preload(
                        cache,
                        Row.of(2).email(one.email()),
                        Row.of(3).login(one.tenant(), one.login()).email("three@example.com")),
                0,
                0,
                2);
        assertThat(cache.email(one.email())).contains(one);
        assertThat(cache.byLogin.peek(one.tenantLogin())).contains(one);
        assertThat(cache.byEmail.peek("three@example.com")).isEmpty();
        assertThat(cache.engine.cached()).containsExactly(one);
    }

    @Test
    @Tag("H14")
    void ofTwoRowsThatClaimOneKeyTheFirstComesIn() {
        Harness cache = versioned();

        assertReport(preload(cache, Row.of(1), Row.of(2).email(Row.email(1)), Row.of(3)), 2, 0, 1);
        assertThat(cache.byEmail.peek(Row.email(1))).contains(Row.of(1));
        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(Row.of(1), Row.of(3));
    }

    @Test
    @Tag("F21")
    void nobodyLeavesToMakeRoom() {
        Harness cache = versioned(options -> options.maxSize(3));
        cache.table.put(rows(1, 2));
        cache.id(1);
        cache.id(2);

        assertReport(preload(cache, rows(1, 7)), 1, 2, 4);
        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(1, 3));
        assertThat(cache.stats().evictions()).isZero();
    }

    @Test
    void noMoreRowsAreCollectedThanThereIsRoomFor() {
        Harness cache = versioned(options -> options.maxSize(2));
        List<Integer> sizes = new ArrayList<>();
        ImportReport report = cache.engine.preload(() -> new AbstractList<>() {
            @Override
            public Row get(int index) {
                sizes.add(cache.engine.size());
                return Row.of(index);
            }

            @Override
            public int size() {
                return 1_000_000;
            }
        });

        assertReport(report, 2, 0, 999_998);
        assertThat(sizes).hasSize(1_000_000).containsOnly(0);
    }

    @Test
    @Tag("H20")
    void whatMemoryRemembersAsAbsentIsRejected() {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(2))).isEmpty();

        assertReport(preload(cache, rows(1, 3)), 1, 0, 2);
        assertThat(cache.engine.cached()).containsExactly(Row.of(3));
        cache.clock.advance(Duration.ofMinutes(1));
        assertReport(preload(cache, rows(1, 2)), 2, 0, 0);
    }

    @Test
    @Tag("F03")
    void listsStayWhatTheSourceAnswered() {
        Harness cache = versioned();
        cache.table.put(rows(1, 2));
        List<Row> active = cache.byStatus.list(Status.ACTIVE);
        preload(cache, STRANGER);
        int statements = cache.table.statements();

        assertThat(cache.byStatus.list(Status.ACTIVE)).isSameAs(active);
        assertThat(cache.table.statements()).isEqualTo(statements);
        cache.byStatus.clear();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(rows(1, 2));
        assertThat(cache.engine.listAll()).containsExactly(rows(1, 2));
    }

    @Test
    @Tag("F36")
    void aCacheThatKeepsNothingRejectsAll() {
        Harness off = versioned(options -> options.enabled(false));
        Harness bypassed = versioned();
        bypassed.engine.bypass(true);

        for (Harness cache : List.of(off, bypassed)) {
            assertReport(preload(cache, rows(1, 2)), 0, 0, 2);
            assertThat(cache.engine.size()).isZero();
            assertThat(cache.stats().refusedInstalls()).isZero();
        }
    }

    @Test
    @Tag("F50")
    @Tag("H28")
    void aClosedCacheTakesNothing() {
        Harness cache = versioned();
        Harness closing = versioned();
        cache.close();

        assertThatThrownBy(() -> preload(cache, STRANGER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Row is closed");
        assertThatThrownBy(() -> closing.engine.preload(() -> {
                    closing.close();
                    return List.of(STRANGER);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Row is closed");
        assertThat(closing.engine.size()).isZero();
    }

    @Test
    void whatTheSupplierThrowsIsThrownOnAndNothingComesIn() {
        Harness cache = versioned();
        IllegalArgumentException failure = new IllegalArgumentException("no rows today");

        assertThatThrownBy(() -> cache.engine.preload(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> cache.engine.preload(() -> null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() ->
                        cache.engine.preload(() -> Stream.of(Row.of(1), null).toList()))
                .isInstanceOf(NullPointerException.class);
        assertThat(cache.engine.size()).isZero();
        assertReport(preload(cache), 0, 0, 0);
    }

    @Test
    @Tag("F80")
    void eachRowThatComesInIsAnEventAndTheStatisticsOfLoadsStayAsTheyAre() {
        Harness cache = versioned(options -> options.maxSize(2));
        List<Object> loaded = new ArrayList<>();
        cache.engine.on(ItemLoaded.class, event -> loaded.add(event.id()));
        preload(cache, Row.of(1), Row.of(2), STRANGER);

        assertThat(loaded).containsExactly(1L, 2L);
        assertThat(cache.stats().loads()).isZero();
        assertThat(cache.stats().misses()).isZero();
        assertThat(cache.stats().refusedInstalls()).isZero();
        assertThat(cache.stats().size()).isEqualTo(2);
    }

    @Test
    @Tag("F24")
    void aCacheThatDoesNotReadThroughAnswersFromWhatWasPreloaded() {
        Harness cache = versioned(options -> options.readThrough(false).load(LoadMode.LAZY));
        cache.table.put(rows(1, 3));
        preload(cache, rows(1, 2));

        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.email(Row.email(3))).isEmpty();
        assertThat(cache.table.statements()).isZero();
        cache.byId.invalidate(1L);
        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F84")
    void theRowsThatAnInMemoryCacheWasGivenAreTheTableToImportsToo() {
        InMemoryEngine<Row, Long> cache =
                InMemoryEngine.create(new RowModel(true, row -> {}).model, List.of(Row.of(1)));
        assertReport(cache.preload(() -> List.of(Row.of(1), STRANGER)), 0, 1, 1);
        cache.clear();
        ImportReport report = cache.preload(() -> {
            cache.put(Row.of(2));
            return List.of(Row.of(1), Row.of(2).payload("other"), STRANGER);
        });

        assertReport(report, 2, 0, 1);
        assertThat(cache.byId().get(9L)).contains(STRANGER);
        assertThat(cache.listAll()).containsExactlyInAnyOrder(rows(1, 2));
        assertThat(cache.byId().get(9L)).isEmpty();
        cache.close();
    }
}
