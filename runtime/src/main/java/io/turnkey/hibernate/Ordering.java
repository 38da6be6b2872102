package io.turnkey.hibernate;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.CollectionPath.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** The {@code order by} clause of a collection. */
final class Ordering {
    private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

    private Ordering() {}

    /** The clause with a space before it; empty for no order. */
    static String clause(CollectionPath path, String element, Mapping.Elements elements, Scope scope) {
        if (path.kind() == Kind.INDEXED) {
            return " order by index(c)";
        }
        if (path.orderBy().isBlank()) {
            return "";
        }
        StringJoiner items = new StringJoiner(", ", " order by ", "");
        for (String item : path.orderBy().split(",", -1)) {
            String trimmed = item.trim();
            if (DIRECTIONS.contains(trimmed.toLowerCase(Locale.ROOT))) {
                self(path, element, elements, scope).forEach(column -> items.add(column + " " + trimmed));
            } else {
                items.add(element + "." + trimmed);
            }
        }
        return items.toString();
    }

    /** What {@code @OrderBy} means without a name: the id of an entity, or the value itself. */
    private static List<String> self(CollectionPath path, String element, Mapping.Elements elements, Scope scope) {
        AttributePath self = path.element().get(0);
        return scope.expression(element, self, elements::target).columns();
    }
}
