package names;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Builder} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Builder#id id}
 * @param model the attribute {@link Builder#model model}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record BuilderSnapshot(Long id, @Nullable String model) {
    public BuilderSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static BuilderSnapshot of(Builder builder) {
        Builder real = Caches.unproxy(builder);
        return new BuilderSnapshot(real.id, real.model);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Builder reference(EntityManager entityManager) {
        return entityManager.getReference(Builder.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Builder find(EntityManager entityManager) {
        return entityManager.find(Builder.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Builder toEntity(EntityManager entityManager) {
        Builder builder = new Builder();
        builder.id = id();
        builder.model = model();
        return builder;
    }
}
