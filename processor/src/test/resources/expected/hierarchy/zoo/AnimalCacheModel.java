package zoo;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Subtypes;
import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Animal}. */
@GeneratedModel(
        name = "Animal",
        entity = Animal.class,
        cache = AnimalCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class AnimalCacheModel {
    static final KeyModel<AnimalSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            AnimalSnapshot::id);

    static final KeyModel<AnimalSnapshot, String> NAME = KeyModel.unique(
            "name",
            String.class,
            "getByName",
            AttributePath.of("name"),
            AnimalSnapshot::name);

    static final Subtypes<Animal, AnimalSnapshot> SUBTYPES = new Subtypes<>(Animal.class, MethodHandles.lookup());

    static final EntityModel<Animal, AnimalSnapshot, Long> MODEL = EntityModel
            .<Animal, AnimalSnapshot, Long>builder(1, "Animal", Animal.class, AnimalSnapshot.class)
            .id(ID)
            .keys(List.of(NAME))
            .projections(SUBTYPES::projections)
            .shapes(SUBTYPES::shapes)
            .of(SUBTYPES::of)
            .build();

    private AnimalCacheModel() {}
}
