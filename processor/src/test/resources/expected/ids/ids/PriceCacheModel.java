package ids;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Price}. */
@GeneratedModel(
        name = "Price",
        entity = Price.class,
        cache = PriceCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class PriceCacheModel {
    static final KeyModel<PriceSnapshot, Price.Key> ID = new KeyModel<>(
            "id",
            Price.Key.class,
            true,
            "getById",
            List.of(AttributePath.of("sku"), AttributePath.of("currency")),
            PriceSnapshot::id,
            id -> Arrays.asList(id.sku(), id.currency()),
            UnaryOperator.identity());

    private static final Projection<PriceSnapshot> PROJECTION = new Projection<>(
            Price.class,
            List.of(
                    AttributePath.of("sku"),
                    AttributePath.of("currency"),
                    AttributePath.of("cents")),
            List.of(),
            PriceCacheModel::read);

    static final EntityModel<Price, PriceSnapshot, Price.Key> MODEL = EntityModel
            .<Price, PriceSnapshot, Price.Key>builder(1, "Price", Price.class, PriceSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(PriceCacheModel::shape)
            .of(PriceSnapshot::of)
            .idShape(PriceCacheModel::idShape)
            .build();

    private PriceCacheModel() {}

    private static PriceSnapshot read(Row row) {
        return new PriceSnapshot(row.get(0), row.get(1), row.get(2));
    }

    private static Composite<PriceSnapshot> shape() {
        return new Composite<>(
                PriceSnapshot.class,
                List.of(
                        Component.of("sku", Shape.of(String.class), PriceSnapshot::sku),
                        Component.of("currency", Shape.of(String.class), PriceSnapshot::currency),
                        Component.of("cents", Shape.of(long.class), PriceSnapshot::cents)),
                PriceCacheModel::read);
    }

    static Price.Key id(PriceSnapshot snapshot) {
        return new Price.Key(snapshot.sku(), snapshot.currency());
    }

    private static Composite<Price.Key> idShape() {
        return new Composite<>(
                Price.Key.class,
                List.of(
                        Component.of("sku", Shape.of(String.class), Price.Key::sku),
                        Component.of("currency", Shape.of(String.class), Price.Key::currency)),
                PriceCacheModel::makeId);
    }

    private static Price.Key makeId(Row row) {
        return new Price.Key(row.<String>get(0), row.<String>get(1));
    }
}
