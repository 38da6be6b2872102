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

/** What the runtime knows of {@link Outer.User}. */
@GeneratedModel(
        name = "Nested",
        entity = Outer.User.class,
        cache = Outer_UserCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
final class Outer_UserCacheModel {
    static final KeyModel<Outer_UserSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            Outer_UserSnapshot::id);

    static final KeyModel<Outer_UserSnapshot, String> EMAIL = KeyModel.unique(
            "email",
            String.class,
            "getByEmail",
            AttributePath.of("email"),
            Outer_UserSnapshot::email);

    private static final Projection<Outer_UserSnapshot> PROJECTION = new Projection<>(
            Outer.User.class,
            List.of(AttributePath.of("id"), AttributePath.of("email")),
            List.of(),
            Outer_UserCacheModel::read);

    static final EntityModel<Outer.User, Outer_UserSnapshot, Long> MODEL = EntityModel
            .<Outer.User, Outer_UserSnapshot, Long>builder(1, "Nested", Outer.User.class, Outer_UserSnapshot.class)
            .id(ID)
            .keys(List.of(EMAIL))
            .projection(PROJECTION)
            .shape(Outer_UserCacheModel::shape)
            .of(Outer_UserSnapshot::of)
            .build();

    private Outer_UserCacheModel() {}

    private static Outer_UserSnapshot read(Row row) {
        return new Outer_UserSnapshot(row.get(0), row.get(1));
    }

    private static Composite<Outer_UserSnapshot> shape() {
        return new Composite<>(
                Outer_UserSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), Outer_UserSnapshot::id),
                        Component.of("email", Shape.of(String.class), Outer_UserSnapshot::email)),
                Outer_UserCacheModel::read);
    }
}
