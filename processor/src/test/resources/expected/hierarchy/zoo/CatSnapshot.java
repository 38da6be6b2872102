package zoo;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Fields;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Cat} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Cat#getId() id}
 * @param name the attribute {@link Cat#getName() name}
 * @param size the attribute {@code size}
 * @param lives the attribute {@link Cat#lives lives}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
record CatSnapshot(
        Long id,
        @Nullable String name,
        AnimalSnapshot.@Nullable SizeSnapshot size,
        @Nullable Integer lives) implements AnimalSnapshot {
    private static final VarHandle SIZE = Fields.of(MethodHandles.lookup(), Animal.class, "size", Size.class);
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Animal.class, "id", Long.class);
    private static final VarHandle NAME = Fields.of(MethodHandles.lookup(), Animal.class, "name", String.class);

    public CatSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static CatSnapshot of(Cat cat) {
        Cat real = Caches.unproxy(cat);
        return new CatSnapshot(
                real.getId(),
                real.getName(),
                AnimalSnapshot.SizeSnapshot.of((Size) SIZE.get(real)),
                real.lives);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    @Override
    public Cat reference(EntityManager entityManager) {
        return entityManager.getReference(Cat.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    @Override
    public @Nullable Cat find(EntityManager entityManager) {
        return entityManager.find(Cat.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Cat toEntity(EntityManager entityManager) {
        Cat cat = new Cat();
        ID.set(cat, id());
        NAME.set(cat, name());
        SIZE.set(cat, size() == null ? null : size().toEmbeddable());
        cat.lives = lives();
        return cat;
    }
}
