package io.turnkey.internal.engine;

import jakarta.persistence.EntityManagerFactory;

/** Hears of the writes to one model, through one persistence unit or several. */
final class Hooks implements AutoCloseable {
    void attach() {
        throw new UnsupportedOperationException();
    }

    void attach(EntityManagerFactory other) {
        throw new UnsupportedOperationException(other.toString());
    }

    /** Hears of no write any more. */
    @Override
    public void close() {}
}
