package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.turnkey.CacheOptions;
import io.turnkey.internal.store.StoreIntegrity;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.Projection;
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

    private record Desk(Place place, Place seat, Place tag, Place room, String owner) {
        static Desk of(int number, String owner) {
            return new Desk(
                    new Place("A" + number), new Place("S" + number), new Place("T" + number), new Place("A"), owner);
        }
    }

    private static final Desk ONE = Desk.of(1, "Ada");
    private static final Desk TWO = Desk.of(2, "Grace");
    private static List<Desk> desks = List.of();

    private static final KeyModel<Desk, Place> ID =
            KeyModel.unique("place", Place.class, "getById", AttributePath.of("place"), Desk::place);
    private static final KeyModel<Desk, Place> SEAT =
            KeyModel.unique("seat", Place.class, "getBySeat", AttributePath.of("seat"), Desk::seat);
    private static final KeyModel<Desk, Place> TAG =
            KeyModel.unique("tag", Place.class, "getByTag", AttributePath.of("tag"), Desk::tag);
    private static final KeyModel<Desk, Place> ROOM =
            KeyModel.listed("room", Place.class, "listByRoom", AttributePath.of("room"), Desk::room);

    private static final EntitySource<Desk> SOURCE = new EntitySource<>() {
        @Override
        public <K> List<Desk> read(KeyModel<Desk, K> key, Collection<? extends K> values, int limit, LoadContext with) {
            return desks.stream()
                    .filter(desk -> values.contains(key.of().apply(desk)))
                    .toList();
        }

        @Override
        public void readAll(int limit, Consumer<? super Desk> sink, LoadContext with) {
            desks.forEach(sink);
        }
    };

    private static Engine<Desk, Place> engine() {
        EntityModel.Builder<Desk, Desk, Place> model =
                EntityModel.builder(ContractLevel.CURRENT, "Desk", Desk.class, Desk.class);
        model.id(ID)
                .keys(List.of(SEAT, TAG, ROOM))
                .of(row -> row)
                .projection(new Projection<>(Desk.class, List.of(), List.of(), values -> ONE));
        return Harness.direct(model.build(), CacheOptions.builder().maxSize(2).build(), SOURCE, new Feeds());
    }

    static Stream<Named<Consumer<Engine<Desk, Place>>>> reads() {
        return Stream.of(
                Named.of("one", cache -> cache.byId().get(ONE.place())),
                Named.of("many", cache -> cache.byId().getMany(List.of(ONE.place(), TWO.place()))),
                Named.of("lists", cache -> cache.list(ROOM).listMany(List.of(ONE.room(), new Place("B")))),
                Named.of("again", cache -> cache.refresh(ONE.place())),
                Named.of("not read", cache -> cache.preload(() -> desks)),
                Named.of("in the background", cache -> cache.parts().reloads().request(List.of(ONE.place()))));
    }

    /** Lets {@code read} throw at each call of {@code hashCode} and {@code equals}, in a new cache each, of two rows that have changed since they were read. */
    private static void afterEachThrow(
            boolean filled, Consumer<Engine<Desk, Place>> read, Consumer<Engine<Desk, Place>> check) {
        int calls = 0;
        for (boolean thrown = true; thrown; calls++) {
            Engine<Desk, Place> cache = engine();
            desks = List.of(Desk.of(1, "before"), Desk.of(2, "before"));
            if (filled) {
                cache.byId().getMany(List.of(ONE.place(), TWO.place()));
            }
            desks = List.of(ONE, TWO);
            fuse = calls;
            catchThrowable(() -> read.accept(cache));
            thrown = fuse < 0;
            fuse = -1;
            check.accept(cache);
        }
        assertThat(calls).isGreaterThan(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void whatThrowsBeforeItIsRunLeavesNothingOpen(Consumer<Engine<Desk, Place>> read) {
        afterEachThrow(false, read, cache -> {
            assertThat(cache.parts().flights()).as("flights").isZero();
            assertThat(cache.parts().tickets().asked()).as("tickets").isEmpty();
            read.accept(cache);
            assertThat(cache.size()).as("rows").isPositive();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    @Tag("P1")
    @Tag("F21")
    void whatThrowsWhileARowComesInLeavesNoHalfOfIt(Consumer<Engine<Desk, Place>> read) {
        for (boolean filled : new boolean[] {false, true}) {
            afterEachThrow(filled, read, cache -> {
                Desk changed = Desk.of(1, "Alan");
                desks = List.of(changed, TWO);
                cache.byId().invalidate(ONE.place());

                assertThat(cache.unique(SEAT).get(ONE.seat())).contains(changed);
                assertThat(cache.unique(TAG).get(ONE.tag())).contains(changed);
                cache.byId().getMany(List.of(ONE.place(), TWO.place()));
                assertThat(cache.size()).as("rows in two places").isEqualTo(2);
                StoreIntegrity.check(
                        cache.parts().store(),
                        cache.parts().lists(),
                        cache.options().maxSize());
            });
        }
    }
}
