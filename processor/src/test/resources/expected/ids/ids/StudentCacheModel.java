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
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Student}. */
@GeneratedModel(
        name = "Student",
        entity = Student.class,
        cache = StudentCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class StudentCacheModel {
    static final KeyModel<StudentSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            StudentSnapshot::id);

    private static final Projection<StudentSnapshot> PROJECTION = new Projection<>(
            Student.class,
            List.of(AttributePath.of("id"), AttributePath.of("name")),
            List.of(),
            StudentCacheModel::read);

    static final EntityModel<Student, StudentSnapshot, Long> MODEL = EntityModel
            .<Student, StudentSnapshot, Long>builder(1, "Student", Student.class, StudentSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(StudentCacheModel::shape)
            .of(StudentSnapshot::of)
            .build();

    private StudentCacheModel() {}

    private static StudentSnapshot read(Row row) {
        return new StudentSnapshot(row.get(0), row.get(1));
    }

    private static Composite<StudentSnapshot> shape() {
        return new Composite<>(
                StudentSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(long.class), StudentSnapshot::id),
                        Component.of("name", Shape.of(String.class), StudentSnapshot::name)),
                StudentCacheModel::read);
    }
}
