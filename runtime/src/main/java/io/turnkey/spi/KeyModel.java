package io.turnkey.spi;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One way to find a row: its id, or a key.
 *
 * @param <S> the snapshot
 * @param <K> the key's own type, boxed; the nested record of a composite key
 * @param name the name that tools use: {@code "email"}, {@code "tenantIdAndLogin"}
 * @param type the class of {@code K}
 * @param unique whether at most one row carries a value
 * @param method the generated getter, for messages: {@code "getByEmail"}, {@code "listByStatus"}
 * @param paths the attributes it consists of, one for a simple key
 * @param of the key that a snapshot carries; {@code null} if one of its parts is null, such a row is not found by this key
 * @param parts a key's values, in the order of {@code paths}
 * @param copy copies a key that could be changed after it was handed in; the identity for an immutable type
 */
public record KeyModel<S, K>(
        String name,
        Class<K> type,
        boolean unique,
        String method,
        List<AttributePath> paths,
        Function<S, @Nullable K> of,
        Function<K, List<?>> parts,
        UnaryOperator<K> copy) {

    /** Copies the list. */
    public KeyModel {
        paths = List.copyOf(paths);
    }

    /** A unique key that is one attribute of an immutable type. */
    public static <S, K> KeyModel<S, K> unique(
            String name, Class<K> type, String method, AttributePath path, Function<S, @Nullable K> of) {
        return new KeyModel<>(name, type, true, method, List.of(path), of, List::of, UnaryOperator.identity());
    }

    /** A key that is one attribute of an immutable type and may be carried by many rows. */
    public static <S, K> KeyModel<S, K> listed(
            String name, Class<K> type, String method, AttributePath path, Function<S, @Nullable K> of) {
        return new KeyModel<>(name, type, false, method, List.of(path), of, List::of, UnaryOperator.identity());
    }
}
