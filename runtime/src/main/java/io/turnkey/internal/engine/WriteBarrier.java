package io.turnkey.internal.engine;

import io.turnkey.spi.EntityModel;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.Write;
import io.turnkey.spi.WriteSink;
import java.util.Collection;

/** Keeps what a transaction wrote out of memory until it is known what became of it. */
final class WriteBarrier<S, ID> implements WriteSink<ID> {
    private final EntityModel<?, S, ID> model;

    WriteBarrier(EntityModel<?, S, ID> model) {
        this.model = model;
    }

    @Override
    public EntityModel<?, ?, ID> model() {
        return model;
    }

    @Override
    public PendingWrites block(Collection<Write<ID>> writes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PendingWrites blockAll() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void failed(Throwable failure) {
        throw new UnsupportedOperationException();
    }
}
