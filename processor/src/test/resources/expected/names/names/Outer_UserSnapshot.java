package names;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Outer.User} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Outer.User#id id}
 * @param email the attribute {@link Outer.User#email email}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
record Outer_UserSnapshot(Long id, @Nullable String email) {
    public Outer_UserSnapshot {
        Objects.requireNonNull(id, "id");
    }

    /** The snapshot of an entity that is in memory. */
    public static Outer_UserSnapshot of(Outer.User user) {
        Outer.User real = Caches.unproxy(user);
        return new Outer_UserSnapshot(real.id, real.email);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Outer.User reference(EntityManager entityManager) {
        return entityManager.getReference(Outer.User.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public Outer.@Nullable User find(EntityManager entityManager) {
        return entityManager.find(Outer.User.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Outer.User toEntity(EntityManager entityManager) {
        Outer.User user = new Outer.User();
        user.id = id();
        user.email = email();
        return user;
    }
}
