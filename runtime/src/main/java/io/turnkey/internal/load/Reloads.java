package io.turnkey.internal.load;

import java.util.Collection;

/** Reads rows again that nobody waits for. */
public final class Reloads<ID> {
    /** Reads these rows again, soon; those that are asked for already, once. */
    public void request(Collection<? extends ID> ids) {
        throw new UnsupportedOperationException(ids.toString());
    }
}
