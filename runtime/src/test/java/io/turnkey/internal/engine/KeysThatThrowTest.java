package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.turnkey.CacheOptions;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.Projection;
import io.turnkey.testing.engine.ManualClock;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys whose {@code hashCode} or {@code equals} throws once, at any time: whoever asks next waits for nothing that is never run. */
@Tag("F28")
@Tag("F32")
class KeysThatThrowTest {
    /** How many more calls succeed; below zero all do. */
    private static int fuse = -1;

    /** An embedded id; any two collide. */
    private record Place(String value) {
        @Override
        public boolean equals(Object other) {
            burn();
            return other instanceof Place place && place.value.equals(value);
        }

        @Override
        public int hashCode() {
            burn();
            return 1;
        }
    }

    private static void burn() {
        if (fuse >= 0 && --fuse < 0) {
            throw new StackOverflowError("in the middle of it");
        }
    }

    private record Desk(Place place, Place room) {}

    private static final Desk ONE = new Desk(new Place("A1"), new Place("A"));
    private static final Desk TWO = new Desk(new Place("A2"), new Place("A"));

    private static final KeyModel<Desk, Place> ID =
            KeyModel.unique("place", Place.class, "getById", AttributePath.of("place"), Desk::place);
    private static final KeyModel<Desk, Place> ROOM =
            KeyModel.listed("room", Place.class, "listByRoom", AttributePath.of("room"), Desk::room);

    private static final EntitySource<Desk> SOURCE = new EntitySource<>() {
        @Override
        public <K> List<Desk> read(KeyModel<Desk, K> key, Collection<? extends K> values, int limit, LoadContext with) {
            return Stream.of(ONE, TWO)
                    .filter(desk -> values.contains(key.of().apply(desk)))
                    .toList();
        }

        @Override
        public void readAll(int limit, Consumer<? super Desk> sink, LoadContext with) {
            sink.accept(ONE);
            sink.accept(TWO);
        }
    };

    private static Engine<Desk, Place> engine() {
        EntityModel.Builder<Desk, Desk, Place> model =
                EntityModel.builder(ContractLevel.CURRENT, "Desk", Desk.class, Desk.class);
        model.id(ID)
                .keys(List.of(ROOM))
                .of(row -> row)
                .projection(new Projection<>(Desk.class, List.of(), List.of(), values -> ONE));
        LoadExecutor direct = new LoadExecutor(Integer.MAX_VALUE, Runnable::run, Thread::new);
        return new Engine<>(
                model.build(),
                CacheOptions.builder().maxSize(CacheOptions.UNLIMITED).build(),
                SOURCE,
                new Environment(
                        CoarseClock.of(new ManualClock()),
                        direct,
                        direct,
                        new EventBus(Runnable::run, new SquashedLog(InstantSource.system())),
                        null,
                        new Feeds(),
                        null));
    }

    static Stream<Named<Consumer<Engine<Desk, Place>>>> reads() {
        return Stream.of(
                Named.of("one", cache -> cache.byId().get(ONE.place())),
                Named.of("many", cache -> cache.byId().getMany(List.of(ONE.place(), TWO.place()))),
                Named.of("lists", cache -> cache.list(ROOM).listMany(List.of(ONE.room(), new Place("B")))),
                Named.of("again", cache -> cache.refresh(ONE.place())),
                Named.of("in the background", cache -> cache.parts().reloads().request(List.of(ONE.place()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void whatThrowsBeforeItIsRunLeavesNothingOpen(Consumer<Engine<Desk, Place>> read) {
        int calls = 0;
        for (boolean thrown = true; thrown; calls++) {
            Engine<Desk, Place> cache = engine();
            fuse = calls;
            catchThrowable(() -> read.accept(cache));
            thrown = fuse < 0;
            fuse = -1;

            assertThat(cache.parts().flights())
                    .as("flights after %d calls", calls)
                    .isZero();
            assertThat(cache.parts().tickets().asked())
                    .as("tickets after %d calls", calls)
                    .isEmpty();
            read.accept(cache);
            assertThat(cache.size()).as("rows after %d calls", calls).isPositive();
        }
        assertThat(calls).isGreaterThan(1);
    }
}
