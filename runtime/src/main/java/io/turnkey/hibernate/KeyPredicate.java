package io.turnkey.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Queries that find rows by a key, one for each power of two of values, so that Hibernate and the database plan few of them; a list is filled up
 * with its last value. Several columns are compared as tuples, for which both H2 and PostgreSQL use a composite index;
 * where HQL may have none, as or-ed conjunctions, for which H2 scans the table.
 */
final class KeyPredicate {
    private static final int MOST_VALUES = 1024;
    private static final int MOST_CONJUNCTIONS = 64;

    private final List<Expression> parts;
    private final List<String> columns;
    private final boolean tuples;
    private final int mostValues;
    private final String before;
    private final String after;
    private final AtomicReferenceArray<@Nullable String> queries;

    /**
     * Queries by a key.
     *
     * @param parts what the key's parts are compared with
     * @param before the query up to its condition
     * @param after what follows the condition
     */
    KeyPredicate(List<Expression> parts, String before, String after, Mapping mapping) {
        this.parts = List.copyOf(parts);
        this.before = before;
        this.after = after;
        columns = parts.stream().flatMap(part -> part.columns().stream()).toList();
        tuples = mapping.tuples();
        mostValues = mostValues(mapping.parameterLimit());
        queries = new AtomicReferenceArray<>(Integer.numberOfTrailingZeros(mostValues) + 1);
    }

    /** How many values one query can compare. */
    int mostValues() {
        return mostValues;
    }

    /** The values, split into as many as one query can compare. */
    <K> List<List<K>> chunks(List<K> values) {
        List<List<K>> chunks = new ArrayList<>();
        for (int from = 0; from < values.size(); from += mostValues) {
            chunks.add(values.subList(from, Math.min(values.size(), from + mostValues)));
        }
        return chunks;
    }

    /** The query for that many values. */
    String query(int values) {
        int power = power(values);
        String query = queries.get(power);
        if (query == null) {
            query = before + condition(1 << power) + after;
            queries.set(power, query);
        }
        return query;
    }

    /** The query's parameters, {@code v0} first. */
    <K> List<@Nullable Object> parameters(List<? extends K> keys, Function<K, ? extends List<?>> partsOf) {
        List<@Nullable Object> parameters = new ArrayList<>();
        int size = 1 << power(keys.size());
        for (int i = 0; i < size; i++) {
            List<?> values = partsOf.apply(keys.get(Math.min(i, keys.size() - 1)));
            for (int part = 0; part < parts.size(); part++) {
                parameters.addAll(parts.get(part).parameters(values.get(part)));
            }
        }
        return parameters;
    }

    private static int power(int values) {
        return values <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /** A power of two, for which one parameter of the limit is left to the limit of rows. */
    private int mostValues(int parameterLimit) {
        int most = tuples || columns.size() == 1 ? MOST_VALUES : MOST_CONJUNCTIONS;
        int fitting = parameterLimit > 0 ? (parameterLimit - 1) / columns.size() : most;
        return Integer.highestOneBit(Math.max(1, Math.min(most, fitting)));
    }

    private String condition(int values) {
        if (values == 1) {
            return conjunction(0);
        }
        if (columns.size() == 1) {
            return columns.get(0) + " in " + list(values, "", "");
        }
        if (tuples) {
            return "(" + String.join(", ", columns) + ") in " + list(values, "(", ")");
        }
        StringJoiner any = new StringJoiner(" or ");
        for (int value = 0; value < values; value++) {
            any.add("(" + conjunction(value) + ")");
        }
        return any.toString();
    }

    private String conjunction(int value) {
        StringJoiner all = new StringJoiner(" and ");
        for (int column = 0; column < columns.size(); column++) {
            all.add(columns.get(column) + " = " + parameter(value, column));
        }
        return all.toString();
    }

    private String list(int values, String open, String close) {
        StringJoiner list = new StringJoiner(", ", "(", ")");
        for (int value = 0; value < values; value++) {
            StringJoiner tuple = new StringJoiner(", ", open, close);
            for (int column = 0; column < columns.size(); column++) {
                tuple.add(parameter(value, column));
            }
            list.add(tuple.toString());
        }
        return list.toString();
    }

    private String parameter(int value, int column) {
        return ":v" + (value * columns.size() + column);
    }
}
