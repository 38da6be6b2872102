package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Cleared;
import io.turnkey.internal.store.Change;
import io.turnkey.spi.Member;
import io.turnkey.spi.SharedChange;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings what other processes wrote to this one's memory. Called on the second level's thread, from before the cache is started until after it was closed. */
final class Membership<S, ID> implements Member, AutoCloseable {
    private final EngineParts<S, ID> parts;
    private final Sharing<S, ID> sharing;
    private final Consumer<Change<ID>> reload;
    private final Deafness<S, ID> deafness;
    private volatile boolean closed;

    /**
     * The membership of {@code parts}.
     *
     * @param timers ends what is served while nobody is heard; {@code null}: at once
     * @param reload reads again what left, in the background, if the model is kept whole
     */
    Membership(
            EngineParts<S, ID> parts,
            Sharing<S, ID> sharing,
            @Nullable ScheduledExecutorService timers,
            Consumer<Change<ID>> reload) {
        this.parts = parts;
        this.sharing = sharing;
        this.reload = reload;
        this.deafness = new Deafness<>(parts, sharing.disconnectedTtl(), timers, reload);
    }

    @Override
    public void changed(SharedChange change) {
        try {
            apply(sharing.heard(change));
        } catch (Throwable e) {
            lost();
            throw e;
        }
    }

    @Override
    public void lost() {
        apply(Change.everything());
    }

    private void apply(Change<ID> change) {
        if (closed) {
            return;
        }
        Set<ID> ids = change.ids();
        if (ids == null) {
            everything();
        } else {
            parts.changes().apply(change);
            parts.rowEvents().invalidated(ids);
        }
        reload.accept(change);
    }

    private void everything() {
        boolean empty = parts.store().size() == 0 && parts.lists().size() == 0;
        parts.changes().lost();
        if (!empty) {
            parts.events().publish(new Cleared(parts.model().name()));
        }
    }

    @Override
    public void disconnected() {
        deafness.begin();
    }

    @Override
    public void connected() {
        deafness.end();
    }

    /** Nothing is told any more. */
    @Override
    public void close() {
        closed = true;
        deafness.close();
    }
}
