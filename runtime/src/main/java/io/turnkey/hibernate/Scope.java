package io.turnkey.hibernate;

import io.turnkey.spi.AttributePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The {@code from} clause of a query and what is reached from there. */
final class Scope {
    private final StringBuilder from;
    private final Map<String, String> joins = new LinkedHashMap<>();

    /** Begins with {@code from}, which names the aliases that expressions start with. */
    Scope(String from) {
        this.from = new StringBuilder(from);
    }

    /**
     * An attribute.
     *
     * @param start the alias, or the treated alias, that the path is relative to
     */
    Expression expression(String start, AttributePath path, Function<String, Mapping.Target> targets) {
        String hql = path.path().isEmpty() ? start : start + "." + path.path();
        return path.reference() ? id(hql, targets.apply(path.path())) : new Expression.Single(hql);
    }

    /** The id of the entity that {@code hql} leads to. An implicit join would drop the rows that lead nowhere. */
    Expression id(String hql, Mapping.Target target) {
        return target.id(target.joined() ? joins.computeIfAbsent(hql, path -> leftJoin(path)) : hql);
    }

    /** The clause. */
    String clause() {
        return from.toString();
    }

    private String leftJoin(String path) {
        String alias = "j" + joins.size();
        from.append(" left join ").append(path).append(' ').append(alias);
        return alias;
    }
}
