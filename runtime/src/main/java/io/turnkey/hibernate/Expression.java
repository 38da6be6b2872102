package io.turnkey.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value in HQL: what to select or compare, and what to make of it. */
sealed interface Expression {
    /** What stands for it in HQL, one expression a column. */
    List<String> columns();

    /** The value in a selected tuple. */
    @Nullable
    Object value(@Nullable Object[] tuple, int from);

    /** The values to compare the columns with. */
    List<@Nullable Object> parameters(@Nullable Object value);

    /** One column. */
    record Single(String hql) implements Expression {
        @Override
        public List<String> columns() {
            return List.of(hql);
        }

        @Override
        public @Nullable Object value(@Nullable Object[] tuple, int from) {
            return tuple[from];
        }

        @Override
        public List<@Nullable Object> parameters(@Nullable Object value) {
            return Arrays.asList(value);
        }
    }

    /**
     * An id of several columns. Hibernate could select it as one, but would then load the entities that an id class refers to, and cannot
     * compare lists of them.
     *
     * @param make the id of its parts
     * @param split the parts of the id
     */
    record Composite(
            List<Expression> parts,
            Function<@Nullable Object[], Object> make,
            Function<Object, @Nullable Object[]> split)
            implements Expression {
        @Override
        public List<String> columns() {
            return parts.stream().flatMap(part -> part.columns().stream()).toList();
        }

        /** A foreign key of which one column is null leads nowhere. */
        @Override
        public @Nullable Object value(@Nullable Object[] tuple, int from) {
            @Nullable Object[] values = new Object[parts.size()];
            int column = from;
            for (int i = 0; i < values.length; i++) {
                Expression part = parts.get(i);
                values[i] = part.value(tuple, column);
                if (values[i] == null) {
                    return null;
                }
                column += part.columns().size();
            }
            return make.apply(values);
        }

        @Override
        public List<@Nullable Object> parameters(@Nullable Object value) {
            @Nullable Object[] values = value == null ? new Object[parts.size()] : split.apply(value);
            List<@Nullable Object> parameters = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                parameters.addAll(parts.get(i).parameters(values[i]));
            }
            return parameters;
        }
    }
}
