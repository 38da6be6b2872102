package io.turnkey.hibernate;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.CollectionPath.Kind;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.testing.TestUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Models written by hand, whose snapshots are plain lists of what was read. */
final class Reading {
    static final LoadContext CONTEXT = new LoadContext() {
        @Override
        public Duration timeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public void connected() {}
    };

    private Reading() {}

    /** What was read of one row: the values, and for each collection its elements. */
    record Values(Class<?> entity, List<@Nullable Object> values, List<List<List<@Nullable Object>>> collections) {
        static Values of(Class<?> entity, Row row) {
            return new Values(
                    entity,
                    Arrays.asList(row.values()),
                    row.collections().stream()
                            .map(elements -> elements.stream()
                                    .map(element -> Arrays.asList(element.values()))
                                    .toList())
                            .toList());
        }

        @Nullable
        Object get(int attribute) {
            return values.get(attribute);
        }

        /** The elements of a collection of single values. */
        List<@Nullable Object> elements(int collection) {
            List<@Nullable Object> elements = new ArrayList<>();
            collections.get(collection).forEach(element -> elements.add(element.get(0)));
            return elements;
        }
    }

    /** Paths separated by spaces; {@code *} before one marks a reference. */
    static List<AttributePath> paths(String paths) {
        return Arrays.stream(paths.split(" "))
                .filter(path -> !path.isEmpty())
                .map(path -> path.startsWith("*") ? AttributePath.idOf(path.substring(1)) : AttributePath.of(path))
                .toList();
    }

    /** A collection of single values. */
    static CollectionPath basics(String path) {
        return new CollectionPath(path, Kind.PLAIN, List.of(AttributePath.of("")), "");
    }

    /** A collection of references. */
    static CollectionPath ids(String path) {
        return new CollectionPath(path, Kind.PLAIN, List.of(AttributePath.idOf("")), "");
    }

    static Projection<Values> projection(Class<?> entity, String paths, CollectionPath... collections) {
        return new Projection<>(entity, paths(paths), List.of(collections), row -> Values.of(entity, row));
    }

    /** A key whose value is its only part. */
    static <K> KeyModel<Values, K> key(String path, Class<K> type) {
        return new KeyModel<>(
                path, type, true, "getBy" + path, paths(path), row -> null, List::of, UnaryOperator.identity());
    }

    /** A key of several parts. */
    static <K> KeyModel<Values, K> key(String name, Class<K> type, String paths, Function<K, List<?>> parts) {
        return new KeyModel<>(
                name, type, true, "getBy" + name, paths(paths), row -> null, parts, UnaryOperator.identity());
    }

    static <E, ID> EntityModel<E, Values, ID> model(
            Class<E> entity,
            KeyModel<Values, ID> id,
            List<KeyModel<Values, ?>> keys,
            List<Projection<? extends Values>> projections) {
        return model(entity, id, keys, projections, null);
    }

    static <E, ID> EntityModel<E, Values, ID> model(
            Class<E> entity,
            KeyModel<Values, ID> id,
            List<KeyModel<Values, ?>> keys,
            List<Projection<? extends Values>> projections,
            @Nullable String updatedAt) {
        EntityModel.Builder<E, Values, ID> builder =
                EntityModel.builder(ContractLevel.CURRENT, entity.getSimpleName(), entity, Values.class);
        if (updatedAt != null) {
            builder.updatedAt(updatedAt);
        }
        return builder.id(id)
                .keys(keys)
                .projections(() -> projections)
                .of(ignored -> {
                    throw new UnsupportedOperationException();
                })
                .build();
    }

    /** One entity with a {@code Long} id of that name. */
    static <E> EntityModel<E, Values, Long> model(Class<E> entity, String paths, CollectionPath... collections) {
        return model(entity, key("id", Long.class), List.of(), List.of(projection(entity, paths, collections)));
    }

    static EntitySource<Values> source(TestUnit unit, EntityModel<?, Values, ?> model) {
        return HibernateSources.of(unit.factory(), null).orElseThrow().source(model);
    }

    static List<Values> all(EntitySource<Values> source) {
        List<Values> rows = new ArrayList<>();
        source.readAll(Integer.MAX_VALUE, rows::add, CONTEXT);
        return rows;
    }
}
