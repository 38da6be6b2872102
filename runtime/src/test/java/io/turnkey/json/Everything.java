package io.turnkey.json;

import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A snapshot with a component of each class that there is a codec for, and a converted one. */
final class Everything {
    static final List<@Nullable Object> ROW = new ArrayList<>();
    static final Composite<List<@Nullable Object>> SHAPE = shape();
    static final Conversions CONVERSIONS = (entity, path) -> path.endsWith(Conversions.ELEMENT)
            ? new Conversion(String.class, Object::toString, text -> Pattern.compile((String) text))
            : null;

    private Everything() {}

    private static Composite<List<@Nullable Object>> shape() {
        List<Component<List<@Nullable Object>>> components = new ArrayList<>();
        Samples.all().forEach((type, value) -> add(components, Shape.of(type), value));
        add(components, Shape.set(Shape.of(Pattern.class)), Set.of(Pattern.compile("a+")));
        add(components, Shape.map(Shape.of(String.class), People.ADDRESS), Map.of("a", new People.Address("Rome", 1)));
        @SuppressWarnings({"unchecked", "rawtypes"})
        Composite<List<@Nullable Object>> shape =
                new Composite<>((Class) List.class, components, row -> Arrays.asList(row.values()));
        return shape;
    }

    private static void add(List<Component<List<@Nullable Object>>> components, Shape shape, Object value) {
        int position = ROW.size();
        components.add(Component.of("c" + position, shape, row -> row.get(position)));
        ROW.add(value);
    }
}
