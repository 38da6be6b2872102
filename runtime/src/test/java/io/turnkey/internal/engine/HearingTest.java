package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.OfRow;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.SharedChange;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node makes of what others wrote. */
@Tag("F64")
class HearingTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");
    private static final String MOVED = "moved@example.com";

    private final Table table = new Table();
    private final FakeSecondLevel level = FakeSecondLevel.create();
    private final FakeSecondLevel writersLevel = level.another();
    private Harness writer;

    @BeforeEach
    void connect() {
        writer = node(writersLevel, options -> options);
        table.put(OLD, Row.of(2));
    }

    private Harness node(FakeSecondLevel of, UnaryOperator<CacheOptions.Builder> options) {
        Harness node = add(Harness.node(table, of, options));
        of.connect();
        return node;
    }

    private Harness node() {
        return node(level, options -> options.negativeTtl(Duration.ofMinutes(1)));
    }

    private static List<CacheEvent> record(Harness cache) {
        List<CacheEvent> events = new ArrayList<>();
        cache.engine.on(CacheEvent.class, events::add);
        return events;
    }

    @Test
    void whatAnotherNodeCommittedIsReadAgain() {
        Harness cache = node();
        cache.id(1);
        cache.id(2);
        Transaction other = writer.transaction().put(NEW).block().commit();
        assertThat(cache.id(1)).contains(OLD);
        other.settle();

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.byId.isCached(2L)).isTrue();
    }

    @Test
    @Tag("H13")
    void aKeyThatMovedElsewhereLeadsNowhere() {
        Harness cache = node();
        Harness without = node(level.another(), options -> options);
        cache.id(1);
        writer.id(1);
        writer.transaction().put(OLD.email(MOVED)).beforeUnknown().run();

        assertThat(List.of(cache, without, writer))
                .allSatisfy(node -> assertThat(node.email(Row.email(1))).isEmpty())
                .allSatisfy(node -> assertThat(node.email(MOVED)).contains(OLD.email(MOVED)));
    }

    @Test
    @Tag("H20")
    void noSuchRowEndsWithAnInsertElsewhereAndAKeyThatMovedElsewhere() {
        Harness cache = node();
        assertThat(cache.id(3)).isEmpty();
        assertThat(cache.email(Row.email(3))).isEmpty();
        assertThat(cache.email(MOVED)).isEmpty();
        assertThat(cache.email("nobody@example.com")).isEmpty();
        writer.transaction().put(Row.of(3), OLD.email(MOVED)).run();
        int before = table.statements();

        assertThat(cache.email("nobody@example.com")).isEmpty();
        assertThat(table.statements()).isEqualTo(before);
        assertThat(cache.email(Row.email(3))).contains(Row.of(3));
        assertThat(cache.id(3)).contains(Row.of(3));
        assertThat(cache.email(MOVED).map(Row::id)).contains(1L);
    }

    @Test
    @Tag("H24")
    void listsThatARowMovesOutOfAndIntoElsewhereFall() {
        Harness cache = node();
        cache.byStatus.list(Status.ACTIVE);
        cache.byStatus.list(Status.GONE);
        cache.byStatus.list(Status.BLOCKED);
        cache.engine.listAll();
        Row gone = OLD.status(Status.GONE);
        writer.transaction().put(gone, Row.of(3)).beforeUnknown().run();

        assertThat(cache.byStatus.isCached(Status.BLOCKED)).isTrue();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(Row.of(2), Row.of(3));
        assertThat(cache.byStatus.list(Status.GONE)).containsExactly(gone);
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(gone, Row.of(2), Row.of(3));
    }

    @Test
    @Tag("H15")
    void aBulkWriteElsewhereEndsEverything() {
        Harness cache = node();
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        Transaction bulk = writer.transaction().put(NEW, Row.of(3)).blockAll().commit();
        bulk.settle();

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(NEW, Row.of(2), Row.of(3));
    }

    @Test
    @Tag("H9")
    void inWhichOrderAndHowOftenWritesAreHeardOfIsOfNoConcern() {
        Harness cache = node();
        cache.id(1);
        Row moved = NEW.email(MOVED);
        writer.transaction().put(NEW).run();
        cache.id(1);
        writer.transaction().put(moved).run();
        cache.id(1);
        SharedChange first = writersLevel.told.get(0);
        SharedChange second = writersLevel.told.get(1);
        List.of(second, first, second, first).forEach(level.member()::changed);

        assertThat(cache.id(1)).contains(moved);
        assertThat(cache.email(Row.email(1))).isEmpty();
    }

    static Stream<Named<Function<Harness, Optional<Row>>>> ways() {
        return Stream.of(
                Named.of("by id", cache -> cache.id(1)),
                Named.of("by e-mail", cache -> cache.email(Row.email(1))),
                Named.of(
                        "by list",
                        cache -> cache.byStatus.list(Status.ACTIVE).stream().findFirst()),
                Named.of("by listAll", cache -> cache.engine.listAll().stream().findFirst()));
    }

    static Stream<Named<Consumer<FakeSecondLevel>>> news() {
        Map<String, Set<String>> none = Map.of("email", Set.of(), "tenantAndLogin", Set.of(), "tenant", Set.of());
        return Stream.of(
                Named.of("the row changed", told -> told.member().changed(SharedChange.of(Set.of("1")))),
                Named.of(
                        "it changed, under keys that are known",
                        told -> told.member().changed(new SharedChange(Set.of("1"), none))),
                Named.of("any row changed", told -> told.member().changed(SharedChange.everything())),
                Named.of(
                        "a row of another version changed",
                        told -> told.member().changed(SharedChange.of(Set.of("{}")))),
                Named.of("messages were lost", told -> told.member().lost()));
    }

    static Stream<Arguments> waysAndNews() {
        return ways().flatMap(way -> news().map(change -> Arguments.of(way, change)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndNews")
    @Tag("H1")
    @Tag("H8")
    void aLoadThatReadBeforeAWriteElsewhereIsNotKept(
            Function<Harness, Optional<Row>> way, Consumer<FakeSecondLevel> news) {
        Harness cache = add(Harness.node(table, level, null, options -> options));
        level.connect();
        Gate read = table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> way.apply(cache));
        read.awaitReached();
        table.put(NEW);
        news.accept(level);
        read.open();
        early.get();

        assertThat(way.apply(cache)).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    @Tag("H19")
    void whatCannotBeUnderstoodEndsEverything() {
        Harness cache = node();
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        level.member().changed(SharedChange.of(Set.of("{\"course\":1}")));

        assertThat(cache.engine.size()).isZero();
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
    }

    @Test
    void whatCannotBeReadAtAllEndsEverythingAndIsReported() {
        Harness cache = node();
        cache.id(1);
        SharedChange broken = new SharedChange(Collections.singleton(null), null);

        assertThatThrownBy(() -> level.member().changed(broken)).isInstanceOf(RuntimeException.class);
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("F22")
    void aModelThatIsKeptWholeReadsInTheBackgroundWhatOthersWrote() {
        Harness cache = node(level, options -> options.load(LoadMode.FULL).readThrough(false));
        cache.engine.start();
        writer.transaction().put(NEW, Row.of(3)).delete(2).run();
        cache.awaitReloads();
        int before = table.statements();

        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(3));
        assertThat(cache.id(3)).contains(Row.of(3));
        assertThat(cache.id(2)).isEmpty();
        assertThat(table.statements()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("news")
    @Tag("H8")
    void aModelThatIsKeptWholeIsWholeAgainAfterNews(Consumer<FakeSecondLevel> news) {
        Harness cache = node(level, options -> options.load(LoadMode.FULL));
        cache.engine.start();
        table.put(NEW);
        news.accept(level);
        cache.awaitReloads();
        int before = table.statements();

        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(2));
        assertThat(table.statements()).isEqualTo(before);
    }

    @Test
    void newsBeforeTheStartReadNothing() {
        Harness cache = node(level, options -> options.load(LoadMode.FULL));
        writer.transaction().put(NEW).run();
        level.member().lost();

        assertThat(table.statements()).isZero();
        cache.engine.start();
        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(NEW, Row.of(2));
    }

    @Test
    @Tag("F80")
    void listenersHearOfWhatOthersWroteAsOfWhatWasInvalidated() {
        Harness cache = node();
        cache.id(1);
        List<CacheEvent> events = record(cache);
        writer.transaction().put(NEW).delete(2).run();
        assertThat(events).containsExactlyInAnyOrder(new ItemInvalidated("Row", 1L), new ItemInvalidated("Row", 2L));
        events.clear();
        cache.id(1);
        writer.engine.clear();

        assertThat(events).filteredOn(event -> !(event instanceof OfRow)).containsExactly(new Cleared("Row"));
    }

    @Test
    void thatAnEmptyMemoryWasClearedIsNoNews() {
        Harness cache = node();
        List<CacheEvent> events = record(cache);
        level.connect();

        assertThat(events).isEmpty();
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("H28")
    void aCacheThatWasClosedHearsNothing() {
        Harness cache = node(level, options -> options.load(LoadMode.FULL));
        cache.engine.start();
        cache.engine.shutdown();
        List<CacheEvent> events = record(cache);
        int before = table.statements();
        level.member().changed(SharedChange.of(Set.of("1")));
        level.member().lost();
        level.disconnect();
        level.connect();

        assertThat(events).isEmpty();
        assertThat(table.statements()).isEqualTo(before);
        assertThat(cache.timers.size()).isZero();
    }
}
