package io.turnkey.processor.write;

import io.turnkey.spi.Composite;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes values of any shape. */
final class RandomValues {
    private final Random random = new Random(42);
    private final Map<Class<?>, Supplier<Object>> basic = new HashMap<>();

    RandomValues() {
        add(random::nextInt, int.class, Integer.class);
        add(random::nextLong, long.class, Long.class);
        add(random::nextDouble, double.class, Double.class);
        add(random::nextFloat, float.class, Float.class);
        add(random::nextBoolean, boolean.class, Boolean.class);
        add(() -> (byte) random.nextInt(), byte.class, Byte.class);
        add(() -> (short) random.nextInt(), short.class, Short.class);
        add(() -> (char) random.nextInt(), char.class, Character.class);
        add(() -> "text " + random.nextInt(), String.class);
        add(() -> BigDecimal.valueOf(random.nextLong(), 3), BigDecimal.class);
        add(() -> new UUID(random.nextLong(), random.nextLong()), UUID.class);
        add(() -> LocalDate.ofEpochDay(random.nextInt(9_999)), LocalDate.class);
        add(() -> Instant.ofEpochSecond(random.nextInt()), Instant.class);
        add(() -> new Date(random.nextInt()), Date.class);
        add(() -> new Timestamp(random.nextInt()), Timestamp.class);
        add(() -> new Calendar.Builder().setInstant(random.nextInt()).build(), Calendar.class);
        add(() -> List.of("word " + random.nextInt()), List.class);
    }

    private void add(Supplier<Object> values, Class<?>... types) {
        for (Class<?> type : types) {
            basic.put(type, values);
        }
    }

    /** A value; {@code null} where the class is one of which this knows none. */
    Object of(Shape shape) {
        if (shape instanceof Composite<?> composite) {
            return composite.make().apply(row(composite));
        }
        if (shape instanceof Shape.Mapped map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            entries.put(of(map.key()), of(map.value()));
            entries.put(of(map.key()), of(map.value()));
            return entries;
        }
        if (shape instanceof Shape.Collected collected) {
            List<Object> elements = new ArrayList<>();
            elements.add(of(collected.element()));
            elements.add(of(collected.element()));
            return collected.kind() == List.class ? elements : new LinkedHashSet<>(elements);
        }
        return basic(((Shape.Value) shape).type());
    }

    /** The values of the parts of a composite. */
    Row row(Composite<?> composite) {
        return Row.element(
                composite.components().stream().map(each -> of(each.shape())).toArray());
    }

    private Object basic(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (!type.isArray()) {
            return basic.getOrDefault(type, () -> null).get();
        }
        Object array = Array.newInstance(type.getComponentType(), 2);
        Array.set(array, 0, basic(type.getComponentType()));
        Array.set(array, 1, basic(type.getComponentType()));
        return array;
    }
}
