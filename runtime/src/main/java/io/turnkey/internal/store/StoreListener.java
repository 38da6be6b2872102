package io.turnkey.internal.store;

import io.turnkey.CacheEvent.EvictionCause;
import org.jspecify.annotations.Nullable;

/** Is told what happened in the store, after it happened and outside its locks. */
public interface StoreListener<S, ID> {
    /** A row came in; {@code replaced} is the different copy that it took the place of. */
    void installed(ID id, S snapshot, @Nullable S replaced);

    /** A row left although nobody said that it changed. */
    void evicted(ID id, EvictionCause cause);

    /** A row or answer was not kept, since it might be out of date. */
    void refused();
}
