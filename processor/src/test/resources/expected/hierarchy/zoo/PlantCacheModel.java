package zoo;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Subtypes;
import java.lang.invoke.MethodHandles;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Plant}. */
@GeneratedModel(
        name = "Plant",
        entity = Plant.class,
        cache = PlantCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class PlantCacheModel {
    static final KeyModel<PlantSnapshot, Integer> ID = KeyModel.unique(
            "id",
            Integer.class,
            "getById",
            AttributePath.of("id"),
            PlantSnapshot::id);

    static final Subtypes<Plant, PlantSnapshot> SUBTYPES = new Subtypes<>(Plant.class, MethodHandles.lookup());

    static final EntityModel<Plant, PlantSnapshot, Integer> MODEL = EntityModel
            .<Plant, PlantSnapshot, Integer>builder(1, "Plant", Plant.class, PlantSnapshot.class)
            .id(ID)
            .projections(SUBTYPES::projections)
            .shapes(SUBTYPES::shapes)
            .of(SUBTYPES::of)
            .build();

    private PlantCacheModel() {}
}
