package io.turnkey.hibernate;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.CollectionPath.Kind;
import io.turnkey.spi.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The queries for the elements of one collection attribute, by the ids of their owners. */
final class CollectionQuery {
    private static final String ALIAS = "e";
    private static final String ELEMENT = "c";

    private final Source source;
    private final List<Expression> id;
    private final List<Expression> element;
    private final boolean map;
    private final KeyPredicate queries;

    CollectionQuery(Source source, List<AttributePath> idPaths, Mapping mapping) {
        this.source = source;
        CollectionPath path = source.path();
        map = path.kind() == Kind.MAP;
        Mapping.Elements elements = mapping.elements(source.owner(), path);
        String softDeleted = elements.softDeleted();
        // Hibernate leaves out the join that the mark is checked with, unless the element's row is asked for.
        String start = softDeleted == null ? ELEMENT : "t";
        Scope scope = new Scope("from " + mapping.name(source.owner()) + " " + ALIAS + " join " + ALIAS + "."
                + path.path() + " " + ELEMENT
                + (softDeleted == null ? "" : " join " + softDeleted + " t on t = " + ELEMENT));
        id = idPaths.stream()
                .map(part -> scope.expression(ALIAS, part, name -> mapping.target(source.owner(), name)))
                .toList();
        element = new ArrayList<>();
        path.element().forEach(part -> element.add(scope.expression(start, part, elements::target)));
        if (map) {
            String key = "key(" + ELEMENT + ")";
            Mapping.Target target = elements.key();
            element.add(target == null ? new Expression.Single(key) : scope.id(key, target));
        }
        StringJoiner select = new StringJoiner(", ", "select ", " ");
        id.forEach(part -> part.columns().forEach(select::add));
        element.forEach(part -> part.columns().forEach(select::add));
        queries = new KeyPredicate(
                id, select + scope.clause() + " where ", Ordering.clause(path, start, elements, scope), mapping);
    }

    /** Whether rows of this class have the collection. */
    boolean concerns(Class<?> entity) {
        return source.owner().isAssignableFrom(entity);
    }

    KeyPredicate queries() {
        return queries;
    }

    /** The id of an element's owner. */
    List<@Nullable Object> owner(@Nullable Object[] tuple) {
        return Arrays.asList(values(id, tuple, 0));
    }

    /** The element; {@code null} if there is none, as JPA has no null elements and Hibernate joins marked ones outward. */
    @Nullable
    Row element(@Nullable Object[] tuple) {
        @Nullable Object[] values = values(element, tuple, width(id));
        int own = values.length - (map ? 1 : 0);
        boolean absent = Arrays.stream(values, 0, own).allMatch(Objects::isNull);
        return absent ? null : Row.element(values);
    }

    private static @Nullable Object[] values(List<Expression> expressions, @Nullable Object[] tuple, int from) {
        @Nullable Object[] values = new Object[expressions.size()];
        int column = from;
        for (int i = 0; i < values.length; i++) {
            values[i] = expressions.get(i).value(tuple, column);
            column += expressions.get(i).columns().size();
        }
        return values;
    }

    private static int width(List<Expression> expressions) {
        return expressions.stream()
                .mapToInt(expression -> expression.columns().size())
                .sum();
    }

    /**
     * A collection attribute.
     *
     * @param owner the class that declares it for its subclasses
     */
    record Source(Class<?> owner, CollectionPath path) {}
}
