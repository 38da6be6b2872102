package io.turnkey.internal.store;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds what stands under a key. */
public final class Lookup {
    private Lookup() {}

    /**
     * The same as {@code slots.get(key)}. What the compiler learns of {@link ConcurrentHashMap#get} it learns of all keys in the process, and calls their {@code hashCode} and {@code equals} through a table; where it
     * knows the class it puts them in place.
     */
    public static <K, V> @Nullable V find(ConcurrentHashMap<K, V> slots, K key) {
        if (key instanceof Long number) {
            return slots.get(number);
        }
        if (key instanceof String text) {
            return slots.get(text);
        }
        return slots.get(key);
    }
}
