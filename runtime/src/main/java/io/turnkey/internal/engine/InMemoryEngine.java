package io.turnkey.internal.engine;

import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.MemoryEngine;
import io.turnkey.spi.Write.Kind;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;

/**
 * The real engine over rows that were given, on the caller's thread: for users' own tests. The rows that were given are the table, to imports too: while memory holds it whole, a row that is not part of it is rejected;
 * else it comes in, as anywhere, until the next refresh or load finds that it does not exist. {@link #put} is what adds a row.
 */
public final class InMemoryEngine<S, ID> extends Engine<S, ID> implements MemoryEngine<S, ID> {
    private final MemorySource<S, ID> rows;

    private InMemoryEngine(EntityModel<?, S, ID> model, MemorySource<S, ID> rows) {
        super(model, model.options(), rows, environment());
        this.rows = rows;
        onClose(() -> {});
    }

    /** A cache of {@code rows}, ready. */
    public static <S, ID> InMemoryEngine<S, ID> create(EntityModel<?, S, ID> model, Collection<S> rows) {
        InMemoryEngine<S, ID> engine = new InMemoryEngine<>(model, new MemorySource<>(model));
        rows.forEach(engine::put);
        engine.start();
        return engine;
    }

    private static Environment environment() {
        LoadExecutor direct = new LoadExecutor(Integer.MAX_VALUE, Runnable::run, Thread::new);
        InstantSource clock = InstantSource.system();
        EventBus events = new EventBus(Runnable::run, new SquashedLog(clock));
        return new Environment(CoarseClock.of(clock), direct, direct, events, null, null, null);
    }

    @Override
    public void put(S snapshot) {
        parts().checkOpen();
        ID id = parts().store().id(snapshot);
        S before = rows.put(id, snapshot);
        parts().changes().row(id, before, snapshot);
        parts().rowEvents().written(id, before == null ? Kind.INSERT : Kind.UPDATE, snapshot);
    }

    @Override
    public boolean remove(ID id) {
        parts().checkOpen();
        S before = rows.remove(Objects.requireNonNull(id, "id"));
        if (before == null) {
            return false;
        }
        parts().changes().row(id, before, null);
        parts().rowEvents().written(id, Kind.DELETE, before);
        return true;
    }
}
