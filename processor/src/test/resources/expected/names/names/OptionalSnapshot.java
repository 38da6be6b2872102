package names;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Optional} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Optional#id id}
 * @param model the attribute {@link Optional#model model}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record OptionalSnapshot(Long id, @Nullable String model) {
    public OptionalSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static OptionalSnapshot of(Optional optional) {
        Optional real = Caches.unproxy(optional);
        return new OptionalSnapshot(real.id, real.model);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Optional reference(EntityManager entityManager) {
        return entityManager.getReference(Optional.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Optional find(EntityManager entityManager) {
        return entityManager.find(Optional.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Optional toEntity(EntityManager entityManager) {
        Optional optional = new Optional();
        optional.id = id();
        optional.model = model();
        return optional;
    }
}
