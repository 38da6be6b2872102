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

/** What the runtime knows of {@link Cat}. */
@GeneratedSubtype(
        root = Animal.class,
        entity = Cat.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
final class CatSubtype {
    private static final Projection<CatSnapshot> PROJECTION = new Projection<>(
            Cat.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("name"),
                    AttributePath.of("size.height"),
                    AttributePath.of("size.width"),
                    AttributePath.of("lives")),
            List.of(),
            CatSubtype::read);

    /** How rows of this class become snapshots. */
    public static final Subtype<Cat, CatSnapshot> SUBTYPE = new Subtype<>(Cat.class, PROJECTION, CatSnapshot::of, CatSubtype::shape);

    private CatSubtype() {}

    private static CatSnapshot read(Row row) {
        return new CatSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new AnimalSnapshot.SizeSnapshot(row.get(2), row.get(3)),
                row.get(4));
    }

    private static Composite<CatSnapshot> shape() {
        Composite<AnimalSnapshot.SizeSnapshot> size = new Composite<>(
                AnimalSnapshot.SizeSnapshot.class,
                List.of(
                        Component.of("height", Shape.of(int.class), AnimalSnapshot.SizeSnapshot::height),
                        Component.of("width", Shape.of(Integer.class), AnimalSnapshot.SizeSnapshot::width)),
                row -> new AnimalSnapshot.SizeSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                CatSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), CatSnapshot::id),
                        Component.of("name", Shape.of(String.class), CatSnapshot::name),
                        Component.of("size", size, CatSnapshot::size),
                        Component.of("lives", Shape.of(Integer.class), CatSnapshot::lives)),
                CatSubtype::make);
    }

    private static CatSnapshot make(Row row) {
        return new CatSnapshot(row.get(0), row.get(1), row.get(2), row.get(3));
    }
}
