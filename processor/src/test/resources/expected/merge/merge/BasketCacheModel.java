package merge;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
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

/** What the runtime knows of {@link Basket}. */
@GeneratedModel(
        name = "Basket",
        entity = Basket.class,
        cache = BasketCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class BasketCacheModel {
    static final KeyModel<BasketSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            BasketSnapshot::id);

    private static final Projection<BasketSnapshot> PROJECTION = new Projection<>(
            Basket.class,
            List.of(AttributePath.of("id")),
            List.of(
                    new CollectionPath("lines", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("tags", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("name"), AttributePath.of("weight")), ""),
                    new CollectionPath("labels", CollectionPath.Kind.MAP, List.of(AttributePath.of("text"), AttributePath.idOf("owner")), "")),
            BasketCacheModel::read);

    static final EntityModel<Basket, BasketSnapshot, Long> MODEL = EntityModel
            .<Basket, BasketSnapshot, Long>builder(1, "Basket", Basket.class, BasketSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(BasketCacheModel::shape)
            .of(BasketSnapshot::of)
            .build();

    private BasketCacheModel() {}

    private static BasketSnapshot read(Row row) {
        return new BasketSnapshot(
                row.get(0),
                row.list(0, element -> element.get(0)),
                row.list(1, element -> element.allNull(0, 2) ? null : new BasketSnapshot.TagSnapshot(element.get(0), element.get(1))),
                row.map(2, element -> element.get(2), element -> element.allNull(0, 2) ? null : new BasketSnapshot.LabelSnapshot(element.get(0), element.get(1))));
    }

    private static Composite<BasketSnapshot> shape() {
        Composite<BasketSnapshot.TagSnapshot> tag = new Composite<>(
                BasketSnapshot.TagSnapshot.class,
                List.of(
                        Component.of("name", Shape.of(String.class), BasketSnapshot.TagSnapshot::name),
                        Component.of("weight", Shape.of(int.class), BasketSnapshot.TagSnapshot::weight)),
                row -> new BasketSnapshot.TagSnapshot(row.get(0), row.get(1)));
        Composite<BasketSnapshot.LabelSnapshot> label = new Composite<>(
                BasketSnapshot.LabelSnapshot.class,
                List.of(
                        Component.of("text", Shape.of(String.class), BasketSnapshot.LabelSnapshot::text),
                        Component.of("ownerId", "owner", Shape.of(Long.class), BasketSnapshot.LabelSnapshot::ownerId)),
                row -> new BasketSnapshot.LabelSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                BasketSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), BasketSnapshot::id),
                        Component.of("lines", Shape.list(Shape.of(String.class)), BasketSnapshot::lines),
                        Component.of("tags", Shape.list(tag), BasketSnapshot::tags),
                        Component.of("labels", Shape.map(Shape.of(String.class), label), BasketSnapshot::labels)),
                BasketCacheModel::make);
    }

    private static BasketSnapshot make(Row row) {
        return new BasketSnapshot(row.get(0), row.get(1), row.get(2), row.get(3));
    }
}
