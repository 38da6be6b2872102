package zoo;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.GeneratedSubtype;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import io.turnkey.spi.Subtype;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Plant}. */
@GeneratedSubtype(
        root = Plant.class,
        entity = Plant.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class PlantSubtype {
    private static final Projection<PlantSelfSnapshot> PROJECTION = new Projection<>(
            Plant.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("latin"),
                    AttributePath.of("salt.grams")),
            List.of(),
            PlantSubtype::read);

    /** How rows of this class become snapshots. */
    public static final Subtype<Plant, PlantSelfSnapshot> SUBTYPE = new Subtype<>(Plant.class, PROJECTION, PlantSelfSnapshot::of, PlantSubtype::shape);

    private PlantSubtype() {}

    private static PlantSelfSnapshot read(Row row) {
        return new PlantSelfSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 3) ? null : new PlantSnapshot.SaltSnapshot(row.get(2)));
    }

    private static Composite<PlantSelfSnapshot> shape() {
        Composite<PlantSnapshot.SaltSnapshot> salt = new Composite<>(
                PlantSnapshot.SaltSnapshot.class,
                List.of(
                        Component.of("grams", Shape.of(int.class), PlantSnapshot.SaltSnapshot::grams)),
                row -> new PlantSnapshot.SaltSnapshot(row.get(0)));
        return new Composite<>(
                PlantSelfSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Integer.class), PlantSelfSnapshot::id),
                        Component.of("latin", Shape.of(String.class), PlantSelfSnapshot::latin),
                        Component.of("salt", salt, PlantSelfSnapshot::salt)),
                PlantSubtype::make);
    }

    private static PlantSelfSnapshot make(Row row) {
        return new PlantSelfSnapshot(row.get(0), row.get(1), row.get(2));
    }
}
