package zoo.sea;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.GeneratedSubtype;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
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
    public static final Subtype<Whale, WhaleSnapshot> SUBTYPE = new Subtype<>(Whale.class, PROJECTION, WhaleSnapshot::of);

    private WhaleSubtype() {}

    private static WhaleSnapshot read(Row row) {
        return new WhaleSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new AnimalSnapshot.SizeSnapshot(row.get(2), row.get(3)),
                row.get(4));
    }
}
