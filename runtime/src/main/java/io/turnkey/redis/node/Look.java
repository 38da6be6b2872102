package io.turnkey.redis.node;

import io.turnkey.spi.SharedChange;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A look at copies that is under way: what it sees may be from before a write of this node that Redis has acknowledged meanwhile. Owned by who holds the lock of its {@link Outbox}. */
final class Look {
    private boolean everything;
    private final Set<String> ids = new HashSet<>();

    /** Redis has executed this. */
    void acknowledged(SharedChange change) {
        Set<String> changed = change.ids();
        if (changed == null) {
            everything = true;
        } else {
            dropped(changed);
        }
    }

    /** Redis has dropped these copies. */
    void dropped(Collection<String> copies) {
        ids.addAll(copies);
    }

    boolean mayBeLate(String id) {
        return everything || ids.contains(id);
    }
}
