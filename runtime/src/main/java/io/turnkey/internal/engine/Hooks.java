package io.turnkey.internal.engine;

import io.turnkey.Subscription;
import io.turnkey.spi.WriteSink;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of the writes to one model, through one persistence unit or several. Its lock is held while a subscription begins or ends, never while a write is told. */
final class Hooks implements AutoCloseable {
    private final WriteSink<?> sink;
    private final @Nullable WriteFeeds feeds;
    private final IdentityHashMap<EntityManagerFactory, Subscription> others = new IdentityHashMap<>();

    /** Written under the lock. */
    private volatile @Nullable Subscription own;

    private boolean closed;

    /** Tells {@code sink}; attached to nothing. */
    Hooks(WriteSink<?> sink, @Nullable WriteFeeds feeds) {
        this.sink = sink;
        this.feeds = feeds;
    }

    /** Whether there is a persistence unit whose writes could be heard. */
    boolean canAttach() {
        return feeds != null;
    }

    /** Whether the writes through the cache's own persistence unit could be heard, and are not. */
    boolean isDeaf() {
        return feeds != null && own == null;
    }

    /** Hears of the writes through the cache's own persistence unit. */
    synchronized void attach() {
        WriteFeeds open = open();
        if (own == null) {
            own = open.listen(sink);
        }
    }

    /** Hears of the writes through another one. */
    synchronized void attach(EntityManagerFactory other) {
        WriteFeeds open = open();
        if (open.isOwn(other)) {
            attach();
        } else if (!others.containsKey(other)) {
            others.put(other, open.listen(sink, other));
        }
    }

    private WriteFeeds open() {
        if (closed) {
            throw new IllegalStateException(sink.model() + " is closed");
        }
        if (feeds == null) {
            throw new IllegalStateException(sink.model()
                    + " has no persistence unit, being in memory: its rows change by put(..) and remove(..) only");
        }
        return feeds;
    }

    /** Hears of no write any more, until it is attached again. */
    synchronized void detach() {
        List<Subscription> ending = new ArrayList<>(others.values());
        Subscription mine = own;
        if (mine != null) {
            ending.add(mine);
        }
        others.clear();
        own = null;
        ending.forEach(Subscription::close);
    }

    /** Hears of no write any more. */
    @Override
    public synchronized void close() {
        closed = true;
        detach();
    }
}
