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
 * What a row of {@link Puppy} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Puppy#getId() id}
 * @param name the attribute {@link Puppy#getName() name}
 * @param size the attribute {@code size}
 * @param barking the attribute {@link Puppy#isBarking() barking}
 * @param weeks the attribute {@link Puppy#weeks weeks}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record PuppySnapshot(
        Long id,
        @Nullable String name,
        AnimalSnapshot.@Nullable SizeSnapshot size,
        boolean barking,
        int weeks) implements AnimalSnapshot {
    private static final VarHandle SIZE = Fields.of(MethodHandles.lookup(), Animal.class, "size", Size.class);
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Animal.class, "id", Long.class);
    private static final VarHandle NAME = Fields.of(MethodHandles.lookup(), Animal.class, "name", String.class);
    private static final VarHandle BARKING = Fields.of(MethodHandles.lookup(), Dog.class, "barking", boolean.class);

    public PuppySnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static PuppySnapshot of(Puppy puppy) {
        Puppy real = Caches.unproxy(puppy);
        return new PuppySnapshot(
                real.getId(),
                real.getName(),
                AnimalSnapshot.SizeSnapshot.of((Size) SIZE.get(real)),
                real.isBarking(),
                real.weeks);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    @Override
    public Puppy reference(EntityManager entityManager) {
        return entityManager.getReference(Puppy.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    @Override
    public @Nullable Puppy find(EntityManager entityManager) {
        return entityManager.find(Puppy.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Puppy toEntity(EntityManager entityManager) {
        Puppy puppy = new Puppy();
        ID.set(puppy, id());
        NAME.set(puppy, name());
        SIZE.set(puppy, size() == null ? null : size().toEmbeddable());
        BARKING.set(puppy, barking());
        puppy.weeks = weeks();
        return puppy;
    }
}
