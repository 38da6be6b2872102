package ids;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Profile} held when it was read: immutable, and shared by all callers.
 *
 * @param studentId the id of {@link Profile#student student}
 * @param text the attribute {@link Profile#text text}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record ProfileSnapshot(Long studentId, @Nullable String text) {
    public ProfileSnapshot {
        Objects.requireNonNull(studentId, "studentId");
    }

    /** The snapshot of an entity that is in memory. */
    public static ProfileSnapshot of(Profile profile) {
        Profile real = Caches.unproxy(profile);
        Student student = real.student;
        return new ProfileSnapshot(
                student == null ? null : Caches.idOf(student, each -> each.id),
                real.text);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Profile reference(EntityManager entityManager) {
        return entityManager.getReference(Profile.class, studentId());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Profile find(EntityManager entityManager) {
        return entityManager.find(Profile.class, studentId());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Profile toEntity(EntityManager entityManager) {
        Profile profile = new Profile();
        profile.student = studentId() == null ? null : entityManager.getReference(Student.class, studentId());
        profile.text = text();
        return profile;
    }
}
