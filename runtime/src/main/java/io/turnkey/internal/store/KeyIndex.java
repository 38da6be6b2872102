package io.turnkey.internal.store;

import io.turnkey.spi.KeyModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries by one unique key; changed only inside the {@code compute} of the row's id. */
final class KeyIndex<S, K> implements Lookup<K, Entry<S>> {
    private final KeyModel<S, K> key;
    private final KeyTable<K, S> entries = new KeyTable<>();

    KeyIndex(KeyModel<S, K> key) {
        this.key = key;
    }

    /** An empty index for each key that is unique. */
    static <S> List<KeyIndex<S, ?>> of(List<KeyModel<S, ?>> keys) {
        return keys.stream()
                .filter(KeyModel::unique)
                .<KeyIndex<S, ?>>map(KeyIndex::new)
                .toList();
    }

    /** The one for {@code key}. */
    @SuppressWarnings("unchecked")
    static <S, K> KeyIndex<S, K> find(List<KeyIndex<S, ?>> indexes, KeyModel<S, K> key) {
        return (KeyIndex<S, K>) indexes.stream()
                .filter(index -> index.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    KeyModel<S, K> key() {
        return key;
    }

    @Override
    public @Nullable Entry<S> get(K value) {
        return entries.get(value);
    }

    @Override
    public int size() {
        return entries.size();
    }

    /** The entry that stands under a value of this key's class. */
    @Nullable
    Entry<S> owner(Object value) {
        return get(key.type().cast(value));
    }

    /** Puts the entry under its key, if it has one, and answers with the entry that stood there. */
    @Nullable
    Entry<S> add(Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        return value == null ? null : put(value, entry);
    }

    /** Puts the entry under {@code value} and answers with the entry that stood there. */
    @Nullable
    Entry<S> put(K value, Entry<S> entry) {
        Standing<S> standing = new Standing<>();
        entries.compute(value, (same, present) -> {
            standing.entry = present;
            return entry;
        });
        return standing.entry;
    }

    /** What stood under a key before. */
    private static final class Standing<S> {
        private @Nullable Entry<S> entry;
    }

    /** Whether another row stands under the key that {@code snapshot} carries. */
    boolean isTaken(S snapshot) {
        K value = key.of().apply(snapshot);
        return value != null && containsKey(value);
    }

    /** Puts the entry under its key, if it has one and nobody stands there; answers whether nobody did. */
    boolean claim(Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        return value == null || entries.compute(value, (same, present) -> present == null ? entry : present) == entry;
    }

    void clear() {
        entries.clear();
    }

    /** Takes the entry out, unless its key has a newer owner. */
    void remove(Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        if (value != null) {
            entries.computeIfPresent(value, (same, present) -> present == entry ? null : present);
        }
    }
}
