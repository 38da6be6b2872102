package zoo;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Tree} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Tree#id id}
 * @param latin the attribute {@link Tree#latin latin}
 * @param salt the attribute {@link Tree#salt salt}
 * @param rings the attribute {@link Tree#rings rings}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record TreeSnapshot(
        Integer id,
        @Nullable String latin,
        PlantSnapshot.@Nullable SaltSnapshot salt,
        int rings) implements PlantSnapshot {
    public TreeSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static TreeSnapshot of(Tree tree) {
        Tree real = Caches.unproxy(tree);
        return new TreeSnapshot(
                real.id,
                real.latin,
                PlantSnapshot.SaltSnapshot.of(real.salt),
                real.rings);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    @Override
    public Tree reference(EntityManager entityManager) {
        return entityManager.getReference(Tree.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    @Override
    public @Nullable Tree find(EntityManager entityManager) {
        return entityManager.find(Tree.class, id());
    }
}
