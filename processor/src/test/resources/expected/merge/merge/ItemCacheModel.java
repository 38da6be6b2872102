package merge;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Item}. */
@GeneratedModel(
        name = "Item",
        entity = Item.class,
        cache = ItemCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class ItemCacheModel {
    static final KeyModel<ItemSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            ItemSnapshot::id);

    private static final Projection<ItemSnapshot> PROJECTION = new Projection<>(
            Item.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("image"),
                    AttributePath.of("label.text"),
                    AttributePath.idOf("label.owner"),
                    AttributePath.of("tag.name"),
                    AttributePath.of("tag.weight"),
                    AttributePath.idOf("owner"),
                    AttributePath.of("notes"),
                    AttributePath.of("numbers"),
                    AttributePath.of("prices")),
            List.of(),
            ItemCacheModel::read);

    static final EntityModel<Item, ItemSnapshot, Long> MODEL = EntityModel
            .<Item, ItemSnapshot, Long>builder(1, "Item", Item.class, ItemSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(ItemCacheModel::shape)
            .of(ItemSnapshot::of)
            .build();

    private ItemCacheModel() {}

    private static ItemSnapshot read(Row row) {
        return new ItemSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new ItemSnapshot.LabelSnapshot(row.get(2), row.get(3)),
                row.allNull(4, 6) ? null : new ItemSnapshot.TagSnapshot(row.get(4), row.get(5)),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9));
    }

    private static Composite<ItemSnapshot> shape() {
        Composite<ItemSnapshot.LabelSnapshot> label = new Composite<>(
                ItemSnapshot.LabelSnapshot.class,
                List.of(
                        Component.of("text", Shape.of(String.class), ItemSnapshot.LabelSnapshot::text),
                        Component.of("ownerId", "owner", Shape.of(Long.class), ItemSnapshot.LabelSnapshot::ownerId)),
                row -> new ItemSnapshot.LabelSnapshot(row.get(0), row.get(1)));
        Composite<ItemSnapshot.TagSnapshot> tag = new Composite<>(
                ItemSnapshot.TagSnapshot.class,
                List.of(
                        Component.of("name", Shape.of(String.class), ItemSnapshot.TagSnapshot::name),
                        Component.of("weight", Shape.of(int.class), ItemSnapshot.TagSnapshot::weight)),
                row -> new ItemSnapshot.TagSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                ItemSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), ItemSnapshot::id),
                        Component.of("image", Shape.of(byte[].class), ItemSnapshot::image),
                        Component.of("label", label, ItemSnapshot::label),
                        Component.of("tag", tag, ItemSnapshot::tag),
                        Component.of("ownerId", "owner", Shape.of(Long.class), ItemSnapshot::ownerId),
                        Component.of("notes", Shape.list(Shape.of(String.class)), ItemSnapshot::notes),
                        Component.of("numbers", Shape.set(Shape.of(Integer.class)), ItemSnapshot::numbers),
                        Component.of("prices", Shape.map(Shape.of(String.class), Shape.of(Integer.class)), ItemSnapshot::prices)),
                ItemCacheModel::make);
    }

    private static ItemSnapshot make(Row row) {
        return new ItemSnapshot(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7));
    }
}
