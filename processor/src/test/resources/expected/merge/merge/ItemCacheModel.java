package merge;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
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
                    AttributePath.idOf("owner")),
            List.of(),
            ItemCacheModel::read);

    static final EntityModel<Item, ItemSnapshot, Long> MODEL = EntityModel
            .<Item, ItemSnapshot, Long>builder(1, "Item", Item.class, ItemSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .of(ItemSnapshot::of)
            .build();

    private ItemCacheModel() {}

    private static ItemSnapshot read(Row row) {
        return new ItemSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new ItemSnapshot.LabelSnapshot(row.get(2), row.get(3)),
                row.allNull(4, 6) ? null : new ItemSnapshot.TagSnapshot(row.get(4), row.get(5)),
                row.get(6));
    }
}
