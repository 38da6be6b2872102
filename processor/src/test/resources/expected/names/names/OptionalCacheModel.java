package names;

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

/** What the runtime knows of {@link Optional}. */
@GeneratedModel(
        name = "Optional",
        entity = Optional.class,
        cache = OptionalCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class OptionalCacheModel {
    static final KeyModel<OptionalSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            OptionalSnapshot::id);

    static final KeyModel<OptionalSnapshot, String> MODEL_ = KeyModel.unique(
            "model",
            String.class,
            "getByModel",
            AttributePath.of("model"),
            OptionalSnapshot::model);

    private static final Projection<OptionalSnapshot> PROJECTION = new Projection<>(
            Optional.class,
            List.of(AttributePath.of("id"), AttributePath.of("model")),
            List.of(),
            OptionalCacheModel::read);

    static final EntityModel<Optional, OptionalSnapshot, Long> MODEL = EntityModel
            .<Optional, OptionalSnapshot, Long>builder(1, "Optional", Optional.class, OptionalSnapshot.class)
            .id(ID)
            .keys(List.of(MODEL_))
            .projection(PROJECTION)
            .shape(OptionalCacheModel::shape)
            .of(OptionalSnapshot::of)
            .build();

    private OptionalCacheModel() {}

    private static OptionalSnapshot read(Row row) {
        return new OptionalSnapshot(row.get(0), row.get(1));
    }

    private static Composite<OptionalSnapshot> shape() {
        return new Composite<>(
                OptionalSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), OptionalSnapshot::id),
                        Component.of("model", Shape.of(String.class), OptionalSnapshot::model)),
                OptionalCacheModel::read);
    }
}
