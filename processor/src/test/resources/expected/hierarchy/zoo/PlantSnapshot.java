package zoo;

import jakarta.persistence.EntityManager;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import zoo.sea.Salt;

/** What a row of {@link Plant}, or of one of its subclasses, held when it was read: immutable, and shared by all callers. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public interface PlantSnapshot {
    /** Returns the attribute {@link Plant#id id}. */
    Integer id();

    /** Returns the attribute {@link Plant#latin latin}. */
    @Nullable String latin();

    /** Returns the attribute {@link Plant#salt salt}. */
    @Nullable SaltSnapshot salt();

    /** The snapshot of an entity that is in memory. */
    static PlantSnapshot of(Plant plant) {
        return PlantCacheModel.SUBTYPES.of(plant);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    default Plant reference(EntityManager entityManager) {
        return entityManager.getReference(Plant.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    default @Nullable Plant find(EntityManager entityManager) {
        return entityManager.find(Plant.class, id());
    }

    /**
     * What {@link Salt} held.
     *
     * @param grams the attribute {@link Salt#getGrams() grams}
     */
    record SaltSnapshot(int grams) {
        /** The same values; {@code null} for {@code null}. */
        public static @Nullable SaltSnapshot of(@Nullable Salt salt) {
            if (salt == null) {
                return null;
            }
            return new SaltSnapshot(salt.getGrams());
        }
    }
}
