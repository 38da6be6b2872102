package names;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Package} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Package#id id}
 * @param model the attribute {@link Package#model model}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record PackageSnapshot(Long id, @Nullable String model) {
    public PackageSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static PackageSnapshot of(Package entity) {
        Package real = Caches.unproxy(entity);
        return new PackageSnapshot(real.id, real.model);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Package reference(EntityManager entityManager) {
        return entityManager.getReference(Package.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Package find(EntityManager entityManager) {
        return entityManager.find(Package.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Package toEntity(EntityManager entityManager) {
        Package entity = new Package();
        entity.id = id();
        entity.model = model();
        return entity;
    }
}
