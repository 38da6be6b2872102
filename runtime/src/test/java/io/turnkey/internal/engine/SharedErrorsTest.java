package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The library of the second level throws what is no exception: another version of it on the class path, or no memory for an answer. */
@Tag("P6")
class SharedErrorsTest extends SecondLevelTest {
    private static final Row ROW = Row.of(1);

    static Stream<Arguments> reads() {
        return Stream.of(
                read("by id", cache -> assertThat(cache.id(1)).contains(ROW)),
                read("by key", cache -> assertThat(cache.email(Row.email(1))).contains(ROW)),
                read(
                        "many by id",
                        cache -> assertThat(cache.byId.getMany(List.of(1L, 2L))).containsValue(ROW)),
                read(
                        "many by key",
                        cache -> assertThat(cache.byEmail.getMany(List.of(Row.email(1))))
                                .containsValue(ROW)),
                read(
                        "a list",
                        cache -> assertThat(cache.byStatus.list(Status.ACTIVE)).contains(ROW)),
                read("every row", cache -> assertThat(cache.engine.listAll()).contains(ROW)),
                read("a refresh", cache -> assertThat(cache.engine.refresh(1L)).contains(ROW)));
    }

    private static Arguments read(String name, Consumer<Harness> read) {
        return Arguments.of(name, read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void isAMissAndIsTold(String name, Consumer<Harness> read) {
        Harness cache = cache();
        cache.table.put(ROW, Row.of(2));
        second.fail(new NoSuchMethodError("Pipeline.sync()"));

        read.accept(cache);
        cache.awaitLoads();

        assertThat(cache.stats().loadFailures()).isZero();
        assertThat(failures).isNotEmpty().allSatisfy(failed -> {
            assertThat(failed.operation()).startsWith("redis ");
            assertThat(failed.error().getCause()).isInstanceOf(NoSuchMethodError.class);
        });
    }

    @Test
    void whileALoadIsUnderWayDoesNotLoseWhatItRead() {
        Harness cache = cache();
        cache.table.put(ROW, Row.of(2));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> call = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        read.awaitReached();
        second.fail(new OutOfMemoryError("Java heap space"));
        read.open();

        assertThat(call.get()).hasSize(2);
        cache.awaitLoads();
        assertThat(failures).extracting(Failed::operation).containsExactly("redis fill");
        assertThat(cache.id(1)).contains(ROW);
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    void failsNeitherTheStartNorASyncNorWhatOthersAreToForget() {
        Harness cache = cache(options -> options.load(LoadMode.FULL));
        cache.table.put(ROW, Row.of(2));
        second.fail(new NoSuchMethodError("Pipeline.sync()"));
        cache.engine.start();
        cache.table.put(ROW.payload("new"));
        cache.table.delete(2);

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.engine.listAll()).containsExactly(ROW.payload("new"));
        assertThat(failures).isNotEmpty().allMatch(failed -> failed.operation().startsWith("redis "));
    }
}
