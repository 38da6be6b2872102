package ids;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Student} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Student#id id}
 * @param name the attribute {@link Student#name name}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record StudentSnapshot(long id, @Nullable String name) {
    /** The snapshot of an entity that is in memory. */
    public static StudentSnapshot of(Student student) {
        Student real = Caches.unproxy(student);
        return new StudentSnapshot(real.id, real.name);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Student reference(EntityManager entityManager) {
        return entityManager.getReference(Student.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Student find(EntityManager entityManager) {
        return entityManager.find(Student.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Student toEntity(EntityManager entityManager) {
        Student student = new Student();
        student.id = id();
        student.name = name();
        return student;
    }
}
