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

/** What the runtime knows of {@link Class}. */
@GeneratedModel(
        name = "Class",
        entity = Class.class,
        cache = ClassCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class ClassCacheModel {
    static final KeyModel<ClassSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            ClassSnapshot::id);

    static final KeyModel<ClassSnapshot, String> MODEL_ = KeyModel.unique(
            "model",
            String.class,
            "getByModel",
            AttributePath.of("model"),
            ClassSnapshot::model);

    private static final Projection<ClassSnapshot> PROJECTION = new Projection<>(
            Class.class,
            List.of(AttributePath.of("id"), AttributePath.of("model")),
            List.of(),
            ClassCacheModel::read);

    static final EntityModel<Class, ClassSnapshot, Long> MODEL = EntityModel
            .<Class, ClassSnapshot, Long>builder(1, "Class", Class.class, ClassSnapshot.class)
            .id(ID)
            .keys(List.of(MODEL_))
            .projection(PROJECTION)
            .shape(ClassCacheModel::shape)
            .of(ClassSnapshot::of)
            .build();

    private ClassCacheModel() {}

    private static ClassSnapshot read(Row row) {
        return new ClassSnapshot(row.get(0), row.get(1));
    }

    private static Composite<ClassSnapshot> shape() {
        return new Composite<>(
                ClassSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), ClassSnapshot::id),
                        Component.of("model", Shape.of(String.class), ClassSnapshot::model)),
                ClassCacheModel::read);
    }
}
