package ids;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Enrolment}. */
@GeneratedModel(
        name = "Enrolment",
        entity = Enrolment.class,
        cache = EnrolmentCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class EnrolmentCacheModel {
    static final KeyModel<EnrolmentSnapshot, Enrolment.Key> ID = new KeyModel<>(
            "id",
            Enrolment.Key.class,
            true,
            "getById",
            List.of(AttributePath.idOf("student"), AttributePath.of("year")),
            EnrolmentSnapshot::id,
            id -> Arrays.asList(id.getStudent(), id.year),
            EnrolmentCacheModel::copy);

    private static final Projection<EnrolmentSnapshot> PROJECTION = new Projection<>(
            Enrolment.class,
            List.of(
                    AttributePath.idOf("student"),
                    AttributePath.of("year"),
                    AttributePath.of("grade")),
            List.of(),
            EnrolmentCacheModel::read);

    static final EntityModel<Enrolment, EnrolmentSnapshot, Enrolment.Key> MODEL = EntityModel
            .<Enrolment, EnrolmentSnapshot, Enrolment.Key>builder(1, "Enrolment", Enrolment.class, EnrolmentSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(EnrolmentCacheModel::shape)
            .of(EnrolmentSnapshot::of)
            .idShape(EnrolmentCacheModel::idShape)
            .build();

    private EnrolmentCacheModel() {}

    private static EnrolmentSnapshot read(Row row) {
        return new EnrolmentSnapshot(row.get(0), row.get(1), row.get(2));
    }

    private static Composite<EnrolmentSnapshot> shape() {
        return new Composite<>(
                EnrolmentSnapshot.class,
                List.of(
                        Component.of("studentId", "student", Shape.of(Long.class), EnrolmentSnapshot::studentId),
                        Component.of("year", Shape.of(int.class), EnrolmentSnapshot::year),
                        Component.of("grade", Shape.of(Double.class), EnrolmentSnapshot::grade)),
                EnrolmentCacheModel::read);
    }

    static Enrolment.Key id(EnrolmentSnapshot snapshot) {
        Enrolment.Key id = new Enrolment.Key();
        id.setStudent(snapshot.studentId());
        id.year = snapshot.year();
        return id;
    }

    static Enrolment.Key copy(Enrolment.Key id) {
        Enrolment.Key copy = new Enrolment.Key();
        copy.setStudent(id.getStudent());
        copy.year = id.year;
        return copy;
    }

    private static Composite<Enrolment.Key> idShape() {
        return new Composite<>(
                Enrolment.Key.class,
                List.of(
                        Component.of("studentId", "student", Shape.of(Long.class), Enrolment.Key::getStudent),
                        Component.of("year", Shape.of(int.class), id -> id.year)),
                EnrolmentCacheModel::makeId);
    }

    private static Enrolment.Key makeId(Row row) {
        Enrolment.Key id = new Enrolment.Key();
        id.setStudent(row.<Long>get(0));
        id.year = (int) row.get(1);
        return id;
    }
}
