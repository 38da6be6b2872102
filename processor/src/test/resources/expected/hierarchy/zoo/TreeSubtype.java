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

/** What the runtime knows of {@link Tree}. */
@GeneratedSubtype(
        root = Plant.class,
        entity = Tree.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class TreeSubtype {
    private static final Projection<TreeSnapshot> PROJECTION = new Projection<>(
            Tree.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("latin"),
                    AttributePath.of("salt.grams"),
                    AttributePath.of("rings")),
            List.of(),
            TreeSubtype::read);

    /** How rows of this class become snapshots. */
    public static final Subtype<Tree, TreeSnapshot> SUBTYPE = new Subtype<>(Tree.class, PROJECTION, TreeSnapshot::of, TreeSubtype::shape);

    private TreeSubtype() {}

    private static TreeSnapshot read(Row row) {
        return new TreeSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 3) ? null : new PlantSnapshot.SaltSnapshot(row.get(2)),
                row.get(3));
    }

    private static Composite<TreeSnapshot> shape() {
        Composite<PlantSnapshot.SaltSnapshot> salt = new Composite<>(
                PlantSnapshot.SaltSnapshot.class,
                List.of(
                        Component.of("grams", Shape.of(int.class), PlantSnapshot.SaltSnapshot::grams)),
                row -> new PlantSnapshot.SaltSnapshot(row.get(0)));
        return new Composite<>(
                TreeSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Integer.class), TreeSnapshot::id),
                        Component.of("latin", Shape.of(String.class), TreeSnapshot::latin),
                        Component.of("salt", salt, TreeSnapshot::salt),
                        Component.of("rings", Shape.of(int.class), TreeSnapshot::rings)),
                TreeSubtype::make);
    }

    private static TreeSnapshot make(Row row) {
        return new TreeSnapshot(row.get(0), row.get(1), row.get(2), row.get(3));
    }
}
