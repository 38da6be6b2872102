package io.turnkey.internal.engine;

import io.turnkey.SyncMode;
import io.turnkey.internal.engine.WriteBarrier.Reloading;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/**
 * How a model that is kept whole gets back what a write took out.
 *
 * @param wanted nobody waits for what a cache never had, being not started, nor for what it will not have again, being closed
 */
record BackgroundReloading<S, ID>(EngineParts<S, ID> parts, BooleanSupplier wanted) implements Reloading<ID> {
    @Override
    public void rows(Collection<ID> ids) {
        if (wanted.getAsBoolean()) {
            parts.reloads().request(ids);
        }
    }

    @Override
    public void everything() {
        if (wanted.getAsBoolean()) {
            parts.synchronizer().request(SyncMode.FULL);
        }
    }
}
