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

/** What the runtime knows of {@link Builder}. */
@GeneratedModel(
        name = "Builder",
        entity = Builder.class,
        cache = BuilderCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class BuilderCacheModel {
    static final KeyModel<BuilderSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            BuilderSnapshot::id);

    static final KeyModel<BuilderSnapshot, String> MODEL_ = KeyModel.unique(
            "model",
            String.class,
            "getByModel",
            AttributePath.of("model"),
            BuilderSnapshot::model);

    private static final Projection<BuilderSnapshot> PROJECTION = new Projection<>(
            Builder.class,
            List.of(AttributePath.of("id"), AttributePath.of("model")),
            List.of(),
            BuilderCacheModel::read);

    static final EntityModel<Builder, BuilderSnapshot, Long> MODEL = EntityModel
            .<Builder, BuilderSnapshot, Long>builder(1, "Builder", Builder.class, BuilderSnapshot.class)
            .id(ID)
            .keys(List.of(MODEL_))
            .projection(PROJECTION)
            .shape(BuilderCacheModel::shape)
            .of(BuilderSnapshot::of)
            .build();

    private BuilderCacheModel() {}

    private static BuilderSnapshot read(Row row) {
        return new BuilderSnapshot(row.get(0), row.get(1));
    }

    private static Composite<BuilderSnapshot> shape() {
        return new Composite<>(
                BuilderSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), BuilderSnapshot::id),
                        Component.of("model", Shape.of(String.class), BuilderSnapshot::model)),
                BuilderCacheModel::read);
    }
}
