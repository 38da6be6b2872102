package zoo;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.GeneratedSubtype;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
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
    public static final Subtype<Cat, CatSnapshot> SUBTYPE = new Subtype<>(Cat.class, PROJECTION, CatSnapshot::of);

    private CatSubtype() {}

    private static CatSnapshot read(Row row) {
        return new CatSnapshot(
                row.get(0),
                row.get(1),
                row.allNull(2, 4) ? null : new AnimalSnapshot.SizeSnapshot(row.get(2), row.get(3)),
                row.get(4));
    }
}
