package io.turnkey.internal.sync;

import io.turnkey.SyncMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Brings one model's memory up to date with its table; never twice at once. */
public final class Synchronizer<S, ID> {
    /** The first sync of all: as much as the load mode and {@code maxSize} let in. */
    public void load() {
        throw new UnsupportedOperationException();
    }

    /** Syncs, or joins the sync that is under way, and waits for it. */
    public void sync(SyncMode mode) {
        throw new UnsupportedOperationException(mode.toString());
    }

    /** Syncs in the background; failures are reported as events. */
    public void request(SyncMode mode) {
        throw new UnsupportedOperationException(mode.toString());
    }

    /** Whether a sync is under way. */
    public boolean isRunning() {
        return false;
    }

    /** How many syncs succeeded. */
    public long count() {
        return 0;
    }

    /** How long ago the last sync that succeeded began; {@code null} before the first. */
    public @Nullable Duration sinceLast() {
        return null;
    }

    /** Ends what is under way with {@code failure}. */
    public void close(RuntimeException failure) {
        throw new UnsupportedOperationException(failure);
    }
}
