package io.turnkey.hibernate.write;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A snapshot that is what was read, attribute by attribute, and models of such written by hand. */
record Values(List<@Nullable Object> values) {
    /**
     * A model.
     *
     * @param id the id's attributes, one for a simple id
     * @param attributes the others, separated by blanks; {@code *} before one marks a reference
     * @param keys a key for each of these attributes, all of them unique
     */
    static <E, ID> EntityModel<E, Values, ID> model(
            Class<E> entity, Class<ID> idType, String id, String attributes, String keys) {
        List<AttributePath> paths = paths(id + " " + attributes);
        List<KeyModel<Values, ?>> models = paths(keys).stream()
                .<KeyModel<Values, ?>>map(path -> key(path, paths.indexOf(path)))
                .toList();
        return model(entity, idType, id, attributes, models);
    }

    static <E, ID> EntityModel<E, Values, ID> model(
            Class<E> entity, Class<ID> idType, String id, String attributes, List<KeyModel<Values, ?>> keys) {
        List<AttributePath> paths = paths(id + " " + attributes);
        KeyModel<Values, ID> idModel = new KeyModel<>(
                "id",
                idType,
                true,
                "getById",
                paths(id),
                snapshot -> idType.cast(snapshot.values().get(0)),
                List::of,
                UnaryOperator.identity());
        return EntityModel.<E, Values, ID>builder(ContractLevel.CURRENT, entity.getSimpleName(), entity, Values.class)
                .id(idModel)
                .keys(keys)
                .projection(new Projection<>(entity, paths, List.of(), row -> new Values(Arrays.asList(row.values()))))
                .of(ignored -> {
                    throw new UnsupportedOperationException();
                })
                .build();
    }

    /** A key of several attributes. */
    static <K> KeyModel<Values, K> key(
            String name, Class<K> type, String paths, Function<Values, @Nullable K> of, Function<K, List<?>> parts) {
        return new KeyModel<>(name, type, true, name, paths(paths), of, parts, UnaryOperator.identity());
    }

    private static KeyModel<Values, Object> key(AttributePath path, int index) {
        return new KeyModel<>(
                path.path(),
                Object.class,
                true,
                path.path(),
                List.of(path),
                snapshot -> snapshot.values().get(index),
                List::of,
                UnaryOperator.identity());
    }

    private static List<AttributePath> paths(String paths) {
        return Arrays.stream(paths.split(" "))
                .filter(path -> !path.isEmpty())
                .map(path -> path.startsWith("*") ? AttributePath.idOf(path.substring(1)) : AttributePath.of(path))
                .toList();
    }
}
