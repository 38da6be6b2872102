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

/** What the runtime knows of {@link Puppy}. */
@GeneratedSubtype(
        root = Animal.class,
        entity = Puppy.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class PuppySubtype {
    private static final Projection<PuppySnapshot> PROJECTION = new Projection<>(
            Puppy.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("name"),
                    AttributePath.of("size.height"),
                    AttributePath.of("size.width"),
                    AttributePath.of("barking"),
                    AttributePath.of("weeks")),
            List.of(),
            PuppySubtype::read);

    /** How rows of this class become snapshots. */
    public static final Subtype<Puppy, PuppySnapshot> SUBTYPE = new Subtype<>(Puppy.class, PROJECTION, PuppySnapshot::of, PuppySubtype::shape);

    private PuppySubtype() {}

    private static PuppySnapshot read(Row row) {
        return new PuppySnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new AnimalSnapshot.SizeSnapshot(row.get(2), row.get(3)),
                row.get(4),
                row.get(5));
    }

    private static Composite<PuppySnapshot> shape() {
        Composite<AnimalSnapshot.SizeSnapshot> size = new Composite<>(
                AnimalSnapshot.SizeSnapshot.class,
                List.of(
                        Component.of("height", Shape.of(int.class), AnimalSnapshot.SizeSnapshot::height),
                        Component.of("width", Shape.of(Integer.class), AnimalSnapshot.SizeSnapshot::width)),
                row -> new AnimalSnapshot.SizeSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                PuppySnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), PuppySnapshot::id),
                        Component.of("name", Shape.of(String.class), PuppySnapshot::name),
                        Component.of("size", size, PuppySnapshot::size),
                        Component.of("barking", Shape.of(boolean.class), PuppySnapshot::barking),
                        Component.of("weeks", Shape.of(int.class), PuppySnapshot::weeks)),
                PuppySubtype::make);
    }

    private static PuppySnapshot make(Row row) {
        return new PuppySnapshot(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
    }
}
