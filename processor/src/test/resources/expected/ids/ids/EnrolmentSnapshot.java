package ids;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Enrolment} held when it was read: immutable, and shared by all callers.
 *
 * @param studentId the id of {@link Enrolment#student student}
 * @param year the attribute {@link Enrolment#year year}
 * @param grade the attribute {@link Enrolment#grade grade}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record EnrolmentSnapshot(Long studentId, int year, @Nullable Double grade) {
    public EnrolmentSnapshot {
        Objects.requireNonNull(studentId, "studentId");
    }

    /** The snapshot of an entity that is in memory. */
    public static EnrolmentSnapshot of(Enrolment enrolment) {
        Enrolment real = Caches.unproxy(enrolment);
        Student student = real.student;
        return new EnrolmentSnapshot(
                student == null ? null : Caches.idOf(student, each -> each.id),
                real.year,
                real.grade);
    }

    /** The row's id. */
    public Enrolment.Key id() {
        return EnrolmentCacheModel.id(this);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Enrolment reference(EntityManager entityManager) {
        return entityManager.getReference(Enrolment.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Enrolment find(EntityManager entityManager) {
        return entityManager.find(Enrolment.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Enrolment toEntity(EntityManager entityManager) {
        Enrolment enrolment = new Enrolment();
        enrolment.student = studentId() == null ? null : entityManager.getReference(Student.class, studentId());
        enrolment.year = year();
        enrolment.grade = grade();
        return enrolment;
    }
}
