package com.example.stranger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import io.turnkey.CopyFormat;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversion;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SnapshotFormat;
import io.turnkey.spi.SnapshotShape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every snapshot of every model can be taken apart, and made of its parts again")
@Tag("F06")
@Tag("F07")
@Tag("F49")
@Tag("F60")
class ShapesTest {
    private static final Database DATABASE = Database.H2;

    static List<Model<?, ?, ?, ?>> models() {
        return Models.all();
    }

    @BeforeAll
    static void empty() {
        DATABASE.empty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void partsMakeTheWhole(Model<?, ?, ?, ?> model) throws ReflectiveOperationException {
        Map<Class<?>, Composite<?>> shapes = shapes(model);
        Dice dice = new Dice(model.toString().hashCode());
        DATABASE.write(em -> model.seed(em, dice));

        assertThat(DATABASE.read(model::expected)).isNotEmpty().allSatisfy(row -> {
            assertThat(shapes).containsKey(row.getClass());
            checkParts(shapes.get(row.getClass()), row);
        });
        checkIds(definition(model).model(), DATABASE.read(model::expected));
    }

    /** An id can be told to other processes. */
    private static <S, ID> void checkIds(EntityModel<?, S, ID> model, Collection<?> rows) {
        SharedForm<S, ID> form = ServiceLoader.load(SnapshotFormat.class)
                .findFirst()
                .orElseThrow()
                .shared(
                        model,
                        (entity, path) -> new Conversion(String.class, String::valueOf, text -> {
                            throw new UnsupportedOperationException("only ids are read");
                        }),
                        CopyFormat.BINARY);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            ID id = model.id().of().apply(model.snapshot().cast(row));
            assertThat(form.id(form.idText(id))).isEqualTo(id);
        });
    }

    private static CacheDefinition<?, ?, ?> definition(Model<?, ?, ?, ?> model) throws ReflectiveOperationException {
        return (CacheDefinition<?, ?, ?>) model.cache().getField("DEFINITION").get(null);
    }

    private static Map<Class<?>, Composite<?>> shapes(Model<?, ?, ?, ?> model) throws ReflectiveOperationException {
        return definition(model).model().shapes().stream()
                .map(SnapshotShape::shape)
                .collect(Collectors.toMap(Composite::type, Function.identity()));
    }

    private static void check(Shape shape, Object value) {
        if (value == null) {
            assertThat(shape instanceof Shape.Value one && one.type().isPrimitive())
                    .isFalse();
        } else if (shape instanceof Composite<?> composite) {
            checkParts(composite, value);
        } else if (shape instanceof Shape.Collected collected) {
            assertThat(value).isInstanceOf(collected.kind());
            ((Collection<?>) value).forEach(element -> check(collected.element(), element));
        } else if (shape instanceof Shape.Mapped map) {
            ((Map<?, ?>) value).forEach((key, each) -> {
                check(map.key(), key);
                check(map.value(), each);
            });
        } else if (shape instanceof Shape.Value one && !one.type().isPrimitive()) {
            assertThat(value).isInstanceOf(one.type());
        }
    }

    private static <T> void checkParts(Composite<T> composite, Object value) {
        T whole = composite.type().cast(value);
        Object[] parts = composite.components().stream()
                .map(component -> component.get().apply(whole))
                .toArray();
        for (int i = 0; i < parts.length; i++) {
            check(composite.components().get(i).shape(), parts[i]);
        }

        assertThat(composite.make().apply(Row.element(parts))).isEqualTo(whole).isNotSameAs(whole);
    }
}
