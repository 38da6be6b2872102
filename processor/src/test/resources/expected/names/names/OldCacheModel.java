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

/** What the runtime knows of {@link Old}. */
@GeneratedModel(
        name = "Old",
        entity = Old.class,
        cache = OldCache.class
)
@SuppressWarnings({
        "deprecation",
        "removal"
})
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class OldCacheModel {
    static final KeyModel<OldSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            OldSnapshot::id);

    static final KeyModel<OldSnapshot, String> CODE = KeyModel.unique(
            "code",
            String.class,
            "getByCode",
            AttributePath.of("code"),
            OldSnapshot::code);

    private static final Projection<OldSnapshot> PROJECTION = new Projection<>(
            Old.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("code"),
                    AttributePath.of("text")),
            List.of(),
            OldCacheModel::read);

    static final EntityModel<Old, OldSnapshot, Long> MODEL = EntityModel
            .<Old, OldSnapshot, Long>builder(1, "Old", Old.class, OldSnapshot.class)
            .id(ID)
            .keys(List.of(CODE))
            .projection(PROJECTION)
            .shape(OldCacheModel::shape)
            .of(OldSnapshot::of)
            .build();

    private OldCacheModel() {}

    private static OldSnapshot read(Row row) {
        return new OldSnapshot(row.get(0), row.get(1), row.get(2));
    }

    private static Composite<OldSnapshot> shape() {
        return new Composite<>(
                OldSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), OldSnapshot::id),
                        Component.of("code", Shape.of(String.class), OldSnapshot::code),
                        Component.of("text", Shape.of(String.class), OldSnapshot::text)),
                OldCacheModel::read);
    }
}
