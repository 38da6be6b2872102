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
 * What a row of {@link Dog} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Dog#getId() id}
 * @param name the attribute {@link Dog#getName() name}
 * @param size the attribute {@code size}
 * @param barking the attribute {@link Dog#isBarking() barking}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record DogSnapshot(
        Long id,
        @Nullable String name,
        AnimalSnapshot.@Nullable SizeSnapshot size,
        boolean barking) implements AnimalSnapshot {
    private static final VarHandle SIZE = Fields.of(MethodHandles.lookup(), Animal.class, "size", Size.class);
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Animal.class, "id", Long.class);
    private static final VarHandle NAME = Fields.of(MethodHandles.lookup(), Animal.class, "name", String.class);
    private static final VarHandle BARKING = Fields.of(MethodHandles.lookup(), Dog.class, "barking", boolean.class);

    public DogSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static DogSnapshot of(Dog dog) {
        Dog real = Caches.unproxy(dog);
        return new DogSnapshot(
                real.getId(),
                real.getName(),
                AnimalSnapshot.SizeSnapshot.of((Size) SIZE.get(real)),
                real.isBarking());
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    @Override
    public Dog reference(EntityManager entityManager) {
        return entityManager.getReference(Dog.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    @Override
    public @Nullable Dog find(EntityManager entityManager) {
        return entityManager.find(Dog.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Dog toEntity(EntityManager entityManager) {
        Dog dog = new Dog();
        ID.set(dog, id());
        NAME.set(dog, name());
        SIZE.set(dog, size() == null ? null : size().toEmbeddable());
        BARKING.set(dog, barking());
        return dog;
    }
}
