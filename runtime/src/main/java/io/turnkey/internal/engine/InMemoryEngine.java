package io.turnkey.internal.engine;

import io.turnkey.spi.EntityModel;
import io.turnkey.spi.MemoryEngine;
import java.util.Collection;

/** Scaffold. */
public final class InMemoryEngine {
    private InMemoryEngine() {}

    /** Scaffold. */
    public static <S, ID> MemoryEngine<S, ID> create(EntityModel<?, S, ID> model, Collection<S> rows) {
        throw new UnsupportedOperationException(model + " " + rows);
    }
}
