package zoo.sea;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Fields;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import zoo.Animal;
import zoo.AnimalSnapshot;
import zoo.Size;

/**
 * What a row of {@link Whale} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Whale#getId() id}
 * @param name the attribute {@link Whale#getName() name}
 * @param size the attribute {@code size}
 * @param tons the attribute {@link Whale#getTons() tons}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record WhaleSnapshot(
        Long id,
        @Nullable String name,
        AnimalSnapshot.@Nullable SizeSnapshot size,
        double tons) implements AnimalSnapshot {
    private static final VarHandle SIZE = Fields.of(MethodHandles.lookup(), Animal.class, "size", Size.class);
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Animal.class, "id", Long.class);
    private static final VarHandle NAME = Fields.of(MethodHandles.lookup(), Animal.class, "name", String.class);
    private static final VarHandle TONS = Fields.of(MethodHandles.lookup(), Whale.class, "tons", double.class);

    public WhaleSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static WhaleSnapshot of(Whale whale) {
        Whale real = Caches.unproxy(whale);
        return new WhaleSnapshot(
                real.getId(),
                real.getName(),
                AnimalSnapshot.SizeSnapshot.of((Size) SIZE.get(real)),
                real.getTons());
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    @Override
    public Whale reference(EntityManager entityManager) {
        return entityManager.getReference(Whale.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    @Override
    public @Nullable Whale find(EntityManager entityManager) {
        return entityManager.find(Whale.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Whale toEntity(EntityManager entityManager) {
        Whale whale = new Whale();
        ID.set(whale, id());
        NAME.set(whale, name());
        SIZE.set(whale, size() == null ? null : size().toEmbeddable());
        TONS.set(whale, tons());
        return whale;
    }
}
