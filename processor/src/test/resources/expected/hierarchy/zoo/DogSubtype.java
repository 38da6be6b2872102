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

/** What the runtime knows of {@link Dog}. */
@GeneratedSubtype(
        root = Animal.class,
        entity = Dog.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class DogSubtype {
    private static final Projection<DogSnapshot> PROJECTION = new Projection<>(
            Dog.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("name"),
                    AttributePath.of("size.height"),
                    AttributePath.of("size.width"),
                    AttributePath.of("barking")),
            List.of(),
            DogSubtype::read);

    /** How rows of this class become snapshots. */
    public static final Subtype<Dog, DogSnapshot> SUBTYPE = new Subtype<>(Dog.class, PROJECTION, DogSnapshot::of, DogSubtype::shape);

    private DogSubtype() {}

    private static DogSnapshot read(Row row) {
        return new DogSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new AnimalSnapshot.SizeSnapshot(row.get(2), row.get(3)),
                row.get(4));
    }

    private static Composite<DogSnapshot> shape() {
        Composite<AnimalSnapshot.SizeSnapshot> size = new Composite<>(
                AnimalSnapshot.SizeSnapshot.class,
                List.of(
                        Component.of("height", Shape.of(int.class), AnimalSnapshot.SizeSnapshot::height),
                        Component.of("width", Shape.of(Integer.class), AnimalSnapshot.SizeSnapshot::width)),
                row -> new AnimalSnapshot.SizeSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                DogSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), DogSnapshot::id),
                        Component.of("name", Shape.of(String.class), DogSnapshot::name),
                        Component.of("size", size, DogSnapshot::size),
                        Component.of("barking", Shape.of(boolean.class), DogSnapshot::barking)),
                DogSubtype::make);
    }

    private static DogSnapshot make(Row row) {
        return new DogSnapshot(row.get(0), row.get(1), row.get(2), row.get(3));
    }
}
