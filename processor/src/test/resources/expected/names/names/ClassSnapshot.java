package names;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Class} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Class#id id}
 * @param model the attribute {@link Class#model model}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record ClassSnapshot(Long id, @Nullable String model) {
    public ClassSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static ClassSnapshot of(Class entity) {
        Class real = Caches.unproxy(entity);
        return new ClassSnapshot(real.id, real.model);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Class reference(EntityManager entityManager) {
        return entityManager.getReference(Class.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Class find(EntityManager entityManager) {
        return entityManager.find(Class.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Class toEntity(EntityManager entityManager) {
        Class entity = new Class();
        entity.id = id();
        entity.model = model();
        return entity;
    }
}
