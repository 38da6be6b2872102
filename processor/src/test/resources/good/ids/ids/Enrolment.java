package ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.util.Objects;

@Entity
@Cacheable
@IdClass(Enrolment.Key.class)
public class Enrolment {
    public static class Key {
        private Long student;
        int year;

        public Long getStudent() {
            return student;
        }

        public void setStudent(Long student) {
            this.student = student;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(student, key.student) && year == key.year;
        }

        @Override
        public int hashCode() {
            return Objects.hash(student, year);
        }
    }

    @Id
    @ManyToOne
    Student student;

    @Id
    int year;

    Double grade;
}
