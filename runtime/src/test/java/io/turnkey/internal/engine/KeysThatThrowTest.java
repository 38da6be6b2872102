package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheOptions;
import io.turnkey.internal.store.StoreIntegrity;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.Projection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys whose {@code hashCode} or {@code equals} throws once, at any time: whoever asks next waits for nothing that is never run. */
@Tag("F28")
@Tag("F32")
class KeysThatThrowTest {
    /** How many more calls succeed; below zero all do. */
    private static int fuse = -1;

    /** How many calls throw after those. */
    private static int throwing;

    private static boolean burnt;

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
        if (fuse > 0) {
            fuse--;
        } else if (fuse == 0) {
            throwing--;
            fuse = throwing > 0 ? 0 : -1;
            burnt = true;
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
        return engine(Runnable::run);
    }

    private static Engine<Desk, Place> engine(Executor executor) {
        EntityModel.Builder<Desk, Desk, Place> model =
                EntityModel.builder(ContractLevel.CURRENT, "Desk", Desk.class, Desk.class);
        model.id(ID)
                .keys(List.of(SEAT, TAG, ROOM))
                .of(row -> row)
                .projection(new Projection<>(Desk.class, List.of(), List.of(), values -> ONE));
        return Harness.on(
                executor, model.build(), CacheOptions.builder().maxSize(2).build(), SOURCE, new Feeds());
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
            throwing = 1;
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

    /** Each call throws {@code times} times: once, or as long as the reload is at work. */
    @ParameterizedTest(name = "{0} times")
    @ValueSource(ints = {1, Integer.MAX_VALUE})
    @Tag("F25")
    void whatThrowsWhileAReloadIsAtWorkIsToldAndTheNextOneBegins(int times) {
        int calls = 0;
        for (boolean thrown = true; thrown; calls++) {
            Queue<Runnable> tasks = new ArrayDeque<>();
            Engine<Desk, Place> cache = engine(tasks::add);
            List<Failed> failures = new ArrayList<>();
            cache.on(Failed.class, failures::add);
            desks = List.of(ONE, TWO);
            cache.parts().reloads().request(List.of(ONE.place()));
            cache.parts().reloads().request(List.of(TWO.place()));
            fuse = calls;
            throwing = times;
            burnt = false;
            catchThrowable(() -> runAll(tasks));
            thrown = burnt;
            fuse = -1;
            runAll(tasks);
            assertThat(failures.isEmpty()).as("told of call " + calls).isEqualTo(!thrown);

            cache.parts().reloads().request(List.of(ONE.place(), TWO.place()));
            runAll(tasks);
            assertThat(cache.size()).as("rows, after call " + calls).isEqualTo(2);
        }
        assertThat(calls).isGreaterThan(1);
    }

    private static void runAll(Queue<Runnable> tasks) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
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
