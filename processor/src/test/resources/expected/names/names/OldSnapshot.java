package names;

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
 * What a row of {@link Old} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Old#id id}
 * @param code the attribute {@link Old#code code}
 * @param text the attribute {@link Old#getText() text}
 */
@SuppressWarnings({
        "deprecation",
        "removal"
})
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record OldSnapshot(
        Long id,
        @Deprecated @Nullable String code,
        @Deprecated(since = "2", forRemoval = true) @Nullable String text) {
    private static final VarHandle TEXT = Fields.of(MethodHandles.lookup(), Old.class, "text", String.class);

    public OldSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static OldSnapshot of(Old old) {
        Old real = Caches.unproxy(old);
        return new OldSnapshot(real.id, real.code, real.getText());
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Old reference(EntityManager entityManager) {
        return entityManager.getReference(Old.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Old find(EntityManager entityManager) {
        return entityManager.find(Old.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Old toEntity(EntityManager entityManager) {
        Old old = new Old();
        old.id = id();
        old.code = code();
        TEXT.set(old, text());
        return old;
    }
}
