package io.turnkey.redis.node;

import io.turnkey.redis.model.Position;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The latest position that is known of a model, while Redis can be trusted to hold nothing outdated. For all threads. */
final class Trust {
    private final AtomicReference<@Nullable Stamp> stamp = new AtomicReference<>();

    @Nullable
    Stamp stamp() {
        return stamp.get();
    }

    boolean isGiven() {
        return stamp.get() != null;
    }

    void give(Position position) {
        stamp.set(new Stamp(position.epoch(), position.sequence()));
    }

    void take() {
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
