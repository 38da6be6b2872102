package io.turnkey.internal.store;

/** An entry whose number is no more than the hash of its id. */
final class KeyedEntry<S> extends Entry<S> {
    private final Object id;

    KeyedEntry(Object id, S snapshot, int stamp, long expiresAt) {
        super(id.hashCode(), snapshot, stamp, expiresAt);
        this.id = id;
    }

    @Override
    Object key() {
        return id;
    }
}
