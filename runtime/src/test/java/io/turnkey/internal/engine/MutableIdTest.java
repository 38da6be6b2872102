package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheOptions;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Write;
import io.turnkey.spi.Write.Kind;
import io.turnkey.spi.WriteSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ids that callers go on using, and changing, after they handed them in. */
@Tag("F05")
class MutableIdTest {
    /** An embedded id as people write them. */
    private static final class Place {
        String value;

        Place(String value) {
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.value.equals(value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(value);
        }
    }

    private record Desk(String place, String owner) {}

    private static final KeyModel<Desk, Place> ID = new KeyModel<>(
            "place",
            Place.class,
            true,
            "getById",
            List.of(AttributePath.of("place")),
            desk -> new Place(desk.place()),
            place -> List.of(place.value),
            MutableIdTest::copy);

    private static Place copy(Place place) {
        if (place.value.isEmpty()) {
            throw new IllegalArgumentException("a place has a name");
        }
        return new Place(place.value);
    }

    private final Feeds feeds = new Feeds();
    private final AtomicReference<Runnable> reading = new AtomicReference<>(() -> {});
    private volatile Desk desk = new Desk("A1", "Ada");

    private final EntitySource<Desk> source = new EntitySource<>() {
        @Override
        public <K> List<Desk> read(KeyModel<Desk, K> key, Collection<? extends K> values, int limit, LoadContext with) {
            List<Desk> read = values.contains(key.of().apply(desk)) ? List.of(desk) : List.of();
            reading.get().run();
            return read;
        }

        @Override
        public void readAll(int limit, Consumer<? super Desk> sink, LoadContext with) {
            sink.accept(desk);
        }
    };

    private Engine<Desk, Place> engine(boolean readThrough) {
        EntityModel.Builder<Desk, Desk, Place> model =
                EntityModel.builder(ContractLevel.CURRENT, "Desk", Desk.class, Desk.class);
        model.id(ID).of(row -> row).projection(new Projection<>(Desk.class, List.of(), List.of(), values -> desk));
        return Harness.direct(
                model.build(), CacheOptions.builder().readThrough(readThrough).build(), source, feeds);
    }

    @SuppressWarnings("unchecked")
    private WriteSink<Place> sink(Engine<Desk, Place> engine) {
        engine.attachHooks();
        return (WriteSink<Place>) (WriteSink<?>) feeds.sink();
    }

    private static Write<Place> write(Place id) {
        return new Write<>(id, Kind.UPDATE, null, Map.of());
    }

    @Test
    void anIdThatIsChangedAfterAReadFindsWhatWasAskedFor() {
        Engine<Desk, Place> engine = engine(true);
        Place id = new Place("A1");
        engine.byId().get(id);
        id.value = "B2";

        assertThat(engine.byId().peek(new Place("A1"))).contains(desk);
        assertThat(engine.byId().get(id)).isEmpty();
    }

    @Test
    @Tag("H1")
    void anIdThatIsChangedAfterAnInvalidationStillVoidsTheLoadUnderWay() {
        Engine<Desk, Place> engine = engine(true);
        reading.set(() -> {
            reading.set(() -> {});
            desk = new Desk("A1", "Grace");
            Place id = new Place("A1");
            engine.byId().invalidate(id);
            id.value = "B2";
        });
        engine.byId().get(new Place("A1"));

        assertThat(engine.byId().get(new Place("A1"))).contains(desk);
    }

    @Test
    @Tag("F24")
    void anIdThatIsChangedAfterAnInvalidationIsStillKnownToBeLost() {
        Engine<Desk, Place> engine = engine(false);
        engine.start();
        Place id = new Place("A1");
        engine.invalidateMany(List.of(id));
        id.value = "B2";

        assertThat(engine.byId().get(new Place("A1"))).contains(desk);
    }

    @Test
    @Tag("F44")
    @Tag("H4")
    void anIdThatIsChangedAfterABlockIsStillBlocked() {
        Engine<Desk, Place> engine = engine(true);
        Place id = new Place("A1");
        PendingWrites pending = sink(engine).block(List.of(write(id)));
        id.value = "B2";
        engine.byId().get(new Place("A1"));
        assertThat(engine.byId().isCached(new Place("A1"))).isFalse();
        pending.settle(Outcome.COMMITTED);
        engine.byId().get(new Place("A1"));

        assertThat(engine.byId().isCached(new Place("A1"))).isTrue();
    }

    @Test
    @Tag("F44")
    void anIdThatCannotBeCopiedBlocksEverythingAndTheWriterHearsNothingOfIt() {
        Engine<Desk, Place> engine = engine(true);
        List<Failed> failures = new ArrayList<>();
        engine.on(Failed.class, failures::add);
        PendingWrites pending = sink(engine).block(List.of(write(new Place(""))));
        engine.byId().get(new Place("A1"));
        assertThat(engine.byId().isCached(new Place("A1"))).isFalse();
        pending.settle(Outcome.COMMITTED);
        engine.byId().get(new Place("A1"));

        assertThat(engine.byId().isCached(new Place("A1"))).isTrue();
        assertThat(failures)
                .singleElement()
                .satisfies(failed -> assertThat(failed.error()).hasMessage("a place has a name"));
    }
}
