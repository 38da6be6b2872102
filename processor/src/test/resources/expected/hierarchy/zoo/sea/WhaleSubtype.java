package zoo.sea;

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
import zoo.Animal;
import zoo.AnimalSnapshot;

/** What the runtime knows of {@link Whale}. */
@GeneratedSubtype(
        root = Animal.class,
        entity = Whale.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class WhaleSubtype {
    private static final Projection<WhaleSnapshot> PROJECTION = new Projection<>(
            Whale.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("name"),
                    AttributePath.of("size.height"),
                    AttributePath.of("size.width"),
                    AttributePath.of("tons")),
            List.of(),
            WhaleSubtype::read);

    /** How rows of this class become snapshots. */
    public static final Subtype<Whale, WhaleSnapshot> SUBTYPE = new Subtype<>(Whale.class, PROJECTION, WhaleSnapshot::of, WhaleSubtype::shape);

    private WhaleSubtype() {}

    private static WhaleSnapshot read(Row row) {
        return new WhaleSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new AnimalSnapshot.SizeSnapshot(row.get(2), row.get(3)),
                row.get(4));
    }

    private static Composite<WhaleSnapshot> shape() {
        Composite<AnimalSnapshot.SizeSnapshot> size = new Composite<>(
                AnimalSnapshot.SizeSnapshot.class,
                List.of(
                        Component.of("height", Shape.of(int.class), AnimalSnapshot.SizeSnapshot::height),
                        Component.of("width", Shape.of(Integer.class), AnimalSnapshot.SizeSnapshot::width)),
                row -> new AnimalSnapshot.SizeSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                WhaleSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(Long.class), WhaleSnapshot::id),
                        Component.of("name", Shape.of(String.class), WhaleSnapshot::name),
                        Component.of("size", size, WhaleSnapshot::size),
                        Component.of("tons", Shape.of(double.class), WhaleSnapshot::tons)),
                WhaleSubtype::make);
    }

    private static WhaleSnapshot make(Row row) {
        return new WhaleSnapshot(row.get(0), row.get(1), row.get(2), row.get(3));
    }
}
