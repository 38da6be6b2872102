package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row that left a whole table comes back: whenever somebody looks, the table is not whole, or has the row. The ids let it look whenever one is compared, and so within the steps of who brings the row back. */
@Tag("P1")
@Tag("F33")
class ComingBackTest {
    private static Runnable look = () -> {};

    /** Whether the source was asked for rows. */
    private static boolean asked;

    private record Id(int number) {
        @Override
        public boolean equals(Object other) {
            look.run();
            return other instanceof Id id && id.number == number;
        }

        @Override
        public int hashCode() {
            look.run();
            return number;
        }
    }

    private record Item(Id id) {}

    private static final Item ITEM = new Item(new Id(1));
    private static final KeyModel<Item, Id> ID =
            KeyModel.unique("id", Id.class, "getById", AttributePath.of("id"), Item::id);

    private static final EntitySource<Item> SOURCE = new EntitySource<>() {
        @Override
        public <K> List<Item> read(KeyModel<Item, K> key, Collection<? extends K> values, int limit, LoadContext with) {
            asked = true;
            return List.of(ITEM);
        }

        @Override
        public void readAll(int limit, Consumer<? super Item> sink, LoadContext with) {
            sink.accept(ITEM);
        }
    };

    private final Engine<Item, Id> cache = engine(true);
    private int looks;
    private int whole;

    private static Engine<Item, Id> engine(boolean readThrough) {
        EntityModel.Builder<Item, Item, Id> model =
                EntityModel.builder(ContractLevel.CURRENT, "Item", Item.class, Item.class);
        model.id(ID)
                .keys(List.of())
                .of(row -> row)
                .projection(new Projection<>(Item.class, List.of(), List.of(), values -> ITEM));
        return Harness.on(
                Runnable::run,
                model.build(),
                CacheOptions.builder()
                        .load(LoadMode.FULL)
                        .readThrough(readThrough)
                        .build(),
                SOURCE,
                new Feeds());
    }

    private void lookAround() {
        looks++;
        if (cache.parts().coverage().isWhole()) {
            whole++;
            assertThat(cache.cached()).containsExactly(ITEM);
        }
    }

    /** Who reads the number of losses, is told that the table is whole, and then misses a row that leaves, must read another number in the end. */
    @Test
    void aLossIsCountedOnceTheTableIsNotWhole() {
        cache.start();
        List<Long> whole = new ArrayList<>();
        look = () -> {
            long losses = cache.parts().coverage().losses();
            if (cache.parts().coverage().isWhole()) {
                whole.add(losses);
            }
        };
        try {
            cache.parts().store().remove(ITEM.id(), false);
        } finally {
            look = () -> {};
        }

        assertThat(whole).isNotEmpty().doesNotContain(cache.parts().coverage().losses());
    }

    @Test
    void noTableIsWholeBeforeItsRowsCanBeFound() {
        cache.start();
        cache.invalidateMany(List.of(ITEM.id()));
        assertThat(cache.parts().coverage().isWhole()).isFalse();

        look = this::lookAround;
        try {
            cache.byId().get(ITEM.id());
            cache.byId().get(ITEM.id());
        } finally {
            look = () -> {};
        }

        assertThat(looks).isPositive();
        assertThat(whole).isPositive();
    }

    /** At each moment of the look-up before the source is asked, if it is. */
    @Test
    @Tag("F24")
    void withoutReadThroughNoRowIsAbsentThatComesBackWhileItIsAskedFor() {
        boolean came = true;
        for (int moment = 1; came; moment++) {
            Engine<Item, Id> other = engine(false);
            other.start();
            other.parts().store().remove(ITEM.id(), false);
            asked = false;
            int[] left = {moment};
            look = () -> {
                if (!asked && --left[0] == 0) {
                    look = () -> {};
                    other.refresh(ITEM.id());
                }
            };
            Optional<Item> found = other.byId().get(ITEM.id());
            look = () -> {};

            assertThat(found).as("it came back at look " + moment).contains(ITEM);
            came = left[0] <= 0;
        }
    }
}
