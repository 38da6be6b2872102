package zoo;

import jakarta.persistence.EntityManager;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What a row of {@link Animal}, or of one of its subclasses, held when it was read: immutable, and shared by all callers. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public interface AnimalSnapshot extends Named {
    /** Returns the attribute {@link Animal#getId() id}. */
    Long id();

    /** Returns the attribute {@link Animal#getName() name}. */
    @Nullable String name();

    /** Returns the attribute {@code size}. */
    @Nullable SizeSnapshot size();

    /** The snapshot of an entity that is in memory. */
    static AnimalSnapshot of(Animal animal) {
        return AnimalCacheModel.SUBTYPES.of(animal);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    default Animal reference(EntityManager entityManager) {
        return entityManager.getReference(Animal.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    default @Nullable Animal find(EntityManager entityManager) {
        return entityManager.find(Animal.class, id());
    }

    /** The same as {@link #name()}. */
    @Override
    default @Nullable String getName() {
        return name();
    }

    /**
     * What {@link Size} held.
     *
     * @param height the attribute {@link Size#height height}
     * @param width the attribute {@link Size#width width}
     */
    record SizeSnapshot(int height, @Nullable Integer width) {
        /** The same values; {@code null} for {@code null}. */
        public static @Nullable SizeSnapshot of(@Nullable Size size) {
            if (size == null) {
                return null;
            }
            return new SizeSnapshot(size.height, size.width);
        }

        /** An embeddable with these values. */
        public Size toEmbeddable() {
            Size size = new Size();
            size.height = height();
            size.width = width();
            return size;
        }
    }
}
