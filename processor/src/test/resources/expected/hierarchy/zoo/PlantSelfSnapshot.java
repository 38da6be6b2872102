package zoo;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Plant} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Plant#id id}
 * @param latin the attribute {@link Plant#latin latin}
 * @param salt the attribute {@link Plant#salt salt}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record PlantSelfSnapshot(
        Integer id,
        @Nullable String latin,
        PlantSnapshot.@Nullable SaltSnapshot salt) implements PlantSnapshot {
    public PlantSelfSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static PlantSelfSnapshot of(Plant plant) {
        Plant real = Caches.unproxy(plant);
        return new PlantSelfSnapshot(real.id, real.latin, PlantSnapshot.SaltSnapshot.of(real.salt));
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    @Override
    public Plant reference(EntityManager entityManager) {
        return entityManager.getReference(Plant.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    @Override
    public @Nullable Plant find(EntityManager entityManager) {
        return entityManager.find(Plant.class, id());
    }
}
