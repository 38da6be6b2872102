package io.turnkey.internal.store;

import org.jspecify.annotations.Nullable;

/** The entries by a unique key. */
final class KeyTable<K, S> extends OpenTable<K, S, KeySlots.Places> {
    KeyTable() {
        super(new KeySlots<>());
    }

    /** Where the compiler knows the class it puts {@code hashCode} and {@code equals} in place, see {@link EntryTable#get}. */
    @Override
    public @Nullable Entry<S> get(K key) {
        if (key instanceof Long number) {
            return find(number, KeySlots.hash(number.hashCode()));
        }
        if (key instanceof String text) {
            return find(text, KeySlots.hash(text.hashCode()));
        }
        return find(key, KeySlots.hash(key.hashCode()));
    }

    private @Nullable Entry<S> find(Object key, int hash) {
        Entry<S> entry = KeySlots.find(slots(parts, Layout.part(hash)), key, hash);
        return entry != null ? entry : inOverflow(key);
    }
}
