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
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Profile}. */
@GeneratedModel(
        name = "Profile",
        entity = Profile.class,
        cache = ProfileCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class ProfileCacheModel {
    static final KeyModel<ProfileSnapshot, Long> ID = KeyModel.unique(
            "student",
            Long.class,
            "getById",
            AttributePath.idOf("student"),
            ProfileSnapshot::studentId);

    private static final Projection<ProfileSnapshot> PROJECTION = new Projection<>(
            Profile.class,
            List.of(AttributePath.idOf("student"), AttributePath.of("text")),
            List.of(),
            ProfileCacheModel::read);

    static final EntityModel<Profile, ProfileSnapshot, Long> MODEL = EntityModel
            .<Profile, ProfileSnapshot, Long>builder(1, "Profile", Profile.class, ProfileSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(ProfileCacheModel::shape)
            .of(ProfileSnapshot::of)
            .build();

    private ProfileCacheModel() {}

    private static ProfileSnapshot read(Row row) {
        return new ProfileSnapshot(row.get(0), row.get(1));
    }

    private static Composite<ProfileSnapshot> shape() {
        return new Composite<>(
                ProfileSnapshot.class,
                List.of(
                        Component.of("studentId", "student", Shape.of(Long.class), ProfileSnapshot::studentId),
                        Component.of("text", Shape.of(String.class), ProfileSnapshot::text)),
                ProfileCacheModel::read);
    }
}
