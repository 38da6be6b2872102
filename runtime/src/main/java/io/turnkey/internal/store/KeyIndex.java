package io.turnkey.internal.store;

import io.turnkey.spi.KeyModel;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The entries by one unique key; changed only inside the {@code compute} of the row's id. */
final class KeyIndex<S, K> implements Lookup<K, Entry<S>> {
    private final KeyModel<S, K> key;
    private final ConcurrentHashMap<K, Entry<S>> slots = new ConcurrentHashMap<>();

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

    /** The same as {@code slots.get(value)}. What the compiler learns of that it learns of all keys in the process; where it knows the class, see {@link EntryTable#get}. */
    @Override
    public @Nullable Entry<S> get(K value) {
        if (value instanceof Long number) {
            return slots.get(number);
        }
        if (value instanceof String text) {
            return slots.get(text);
        }
        return slots.get(value);
    }

    @Override
    public int size() {
        return slots.size();
    }

    ConcurrentHashMap<K, Entry<S>> slots() {
        return slots;
    }

    /** Puts the entry under its key, if it has one, and answers with the entry that stood there. */
    @Nullable
    Entry<S> add(Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        return value == null ? null : slots.put(value, entry);
    }

    /** Whether another row stands under the key that {@code snapshot} carries. */
    boolean isTaken(S snapshot) {
        K value = key.of().apply(snapshot);
        return value != null && slots.containsKey(value);
    }

    /** Puts the entry under its key, if it has one and nobody stands there; answers whether nobody did. */
    boolean claim(Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        return value == null || slots.putIfAbsent(value, entry) == null;
    }

    void clear() {
        slots.clear();
    }

    /** Takes the entry out, unless its key has a newer owner. */
    void remove(Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        if (value != null) {
            slots.remove(value, entry);
        }
    }
}
