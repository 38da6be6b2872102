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

/** What the runtime knows of {@link Package}. */
@GeneratedModel(
        name = "Package",
        entity = Package.class,
        cache = PackageCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class PackageCacheModel {
    static final KeyModel<PackageSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            PackageSnapshot::id);

    static final KeyModel<PackageSnapshot, String> MODEL_ = KeyModel.unique(
            "model",
            String.class,
            "getByModel",
            AttributePath.of("model"),
            PackageSnapshot::model);

    private static final Projection<PackageSnapshot> PROJECTION = new Projection<>(
            Package.class,
            List.of(AttributePath.of("id"), AttributePath.of("model")),
            List.of(),
            PackageCacheModel::read);

    static final EntityModel<Package, PackageSnapshot, Long> MODEL = EntityModel
            .<Package, PackageSnapshot, Long>builder(1, "Package", Package.class, PackageSnapshot.class)
            .id(ID)
            .keys(List.of(MODEL_))
            .projection(PROJECTION)
            .shape(PackageCacheModel::shape)
            .of(PackageSnapshot::of)
            .build();

    private PackageCacheModel() {}

    private static PackageSnapshot read(Row row) {
        return new PackageSnapshot(row.get(0), row.get(1));
    }

    private static Composite<PackageSnapshot> shape() {
        return new Composite<>(
                PackageSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), PackageSnapshot::id),
                        Component.of("model", Shape.of(String.class), PackageSnapshot::model)),
                PackageCacheModel::read);
    }
}
