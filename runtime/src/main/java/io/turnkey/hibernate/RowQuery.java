package io.turnkey.hibernate;

import io.turnkey.CacheException;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The query for a model's rows: of a hierarchy, the union of what its classes need, the attributes of subclasses through {@code treat}, which in
 * the {@code select} clause restricts nothing.
 */
final class RowQuery<S> {
    private static final String ALIAS = "e";

    private final EntityModel<?, S, ?> model;
    private final Mapping mapping;
    private final boolean typed;
    private final Scope scope;
    private final Map<Attribute, Column> columns = new LinkedHashMap<>();
    private final Map<Class<?>, RowShape<S>> shapes = new HashMap<>();
    private final List<CollectionQuery> collections;
    private final List<Column> id;
    private final String all;
    private int width;

    RowQuery(EntityModel<?, S, ?> model, Mapping mapping) {
        this.model = model;
        this.mapping = mapping;
        Class<?> root = model.entity();
        typed = mapping.hasSubclasses(root) || model.projections().size() > 1;
        width = typed ? 1 : 0;
        scope = new Scope("from " + mapping.name(root) + " " + ALIAS);
        id = model.id().paths().stream().map(path -> column(root, path)).toList();
        Set<CollectionQuery.Source> sources = new LinkedHashSet<>();
        model.projections().forEach(projection -> sources.addAll(sources(projection)));
        List<CollectionQuery.Source> distinct = List.copyOf(sources);
        model.projections().forEach(projection -> shapes.put(projection.entity(), shape(projection, distinct)));
        collections = distinct.stream()
                .map(source -> new CollectionQuery(source, model.id().paths(), mapping))
                .toList();
        // Rendered before the joins of keys that are not selected.
        all = select();
    }

    /** Every row. */
    String all() {
        return all;
    }

    /** The queries for the collections of these rows. */
    List<CollectionQuery> collections() {
        return collections;
    }

    /** Rows by a key. */
    KeyPredicate by(KeyModel<S, ?> key) {
        Class<?> root = model.entity();
        List<Expression> parts =
                key.paths().stream().map(path -> expression(root, path)).toList();
        return new KeyPredicate(parts, select() + " where ", "", mapping);
    }

    /** Rows by the time of their last change; {@code null} if nothing tells it. */
    @Nullable
    ChangedRows changed() {
        String path = model.updatedAt();
        if (path == null) {
            return null;
        }
        Class<?> root = model.entity();
        return new ChangedRows(
                Moments.of(mapping.type(root, path)),
                ALIAS + "." + path,
                "from " + mapping.name(root) + " " + ALIAS,
                select() + " where ");
    }

    /** What a tuple is to be made into. */
    RowShape<S> shape(@Nullable Object[] tuple) {
        Object type = typed ? tuple[0] : model.projections().get(0).entity();
        RowShape<S> shape = shapes.get(type);
        if (shape == null) {
            throw new CacheException(
                    type + " is not listed as a subclass of " + model.entity().getName()
                            + ": compile it with turnkey-processor on the annotation processor path");
        }
        return shape;
    }

    /** The row's id, as what its collections are found by. */
    List<@Nullable Object> id(@Nullable Object[] tuple) {
        @Nullable Object[] values = new Object[id.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = id.get(i).value(tuple);
        }
        return Arrays.asList(values);
    }

    private String select() {
        StringJoiner list = new StringJoiner(", ", "select ", " ");
        if (typed) {
            list.add("type(" + ALIAS + ")");
        }
        columns.values().forEach(column -> column.expression().columns().forEach(list::add));
        return list + scope.clause();
    }

    private RowShape<S> shape(Projection<? extends S> projection, List<CollectionQuery.Source> distinct) {
        List<Column> selected = new ArrayList<>();
        for (AttributePath path : projection.attributes()) {
            selected.add(column(mapping.owner(model.entity(), projection.entity(), path.path()), path));
        }
        List<Integer> positions =
                sources(projection).stream().map(distinct::indexOf).toList();
        return RowShape.of(projection, selected, positions);
    }

    private List<CollectionQuery.Source> sources(Projection<? extends S> projection) {
        return projection.collections().stream()
                .map(path -> new CollectionQuery.Source(
                        mapping.owner(model.entity(), projection.entity(), path.path()), path))
                .toList();
    }

    private Column column(Class<?> owner, AttributePath path) {
        Attribute attribute = new Attribute(owner, path);
        Column column = columns.get(attribute);
        if (column == null) {
            column = new Column(expression(owner, path), width);
            columns.put(attribute, column);
            width += column.expression().columns().size();
        }
        return column;
    }

    private Expression expression(Class<?> owner, AttributePath path) {
        String start = owner == model.entity() ? ALIAS : "treat(" + ALIAS + " as " + mapping.name(owner) + ")";
        return scope.expression(start, path, association -> mapping.target(owner, association));
    }

    private record Attribute(Class<?> owner, AttributePath path) {}

    /** A selected value. */
    record Column(Expression expression, int from) {
        @Nullable
        Object value(@Nullable Object[] tuple) {
            return expression.value(tuple, from);
        }
    }
}
