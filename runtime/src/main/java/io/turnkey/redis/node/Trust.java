package io.turnkey.redis.node;

import io.turnkey.redis.model.Position;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The latest position that is known of a model, while Redis can be trusted to hold nothing outdated. For all threads. */
final class Trust {
    private final AtomicReference<@Nullable Stamp> stamp = new AtomicReference<>();

    /** Where Redis stands that is about to be trusted. */
    private volatile @Nullable Stamp expected;

    @Nullable
    Stamp stamp() {
        return stamp.get();
    }

    boolean isGiven() {
        return stamp.get() != null;
    }

    /** What a load that begins now must know: who is told that all was lost begins to load before all are connected. */
    @Nullable
    Stamp loading() {
        Stamp now = stamp.get();
        return now == null ? expected : now;
    }

    /** Redis answered this position, and will be trusted, if nothing goes wrong. */
    void expect(Position position) {
        expected = new Stamp(position.epoch(), position.sequence());
    }

    void give(Position position) {
        stamp.set(new Stamp(position.epoch(), position.sequence()));
        expected = null;
    }

    void take() {
        expected = null;
        stamp.set(null);
    }

    /** Redis answered: what is loaded from now on is not older than its number. */
    void seen(Position position) {
        stamp.updateAndGet(known ->
                known != null && known.epoch().equals(position.epoch()) && known.sequence() < position.sequence()
                        ? new Stamp(position.epoch(), position.sequence())
                        : known);
    }
}
