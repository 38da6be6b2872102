package io.turnkey.internal.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row that was offered to the store.
 *
 * @param outcome what was done
 * @param entry the entry that stands for the row now; {@code null} if none was kept
 */
public record Installed<S>(Outcome outcome, @Nullable Entry<S> entry) {
    /** What was done. */
    public enum Outcome {
        /** It was kept, where there was none. */
        KEPT,
        /** It was kept in the place of a copy that differs. */
        REPLACED,
        /** An equal copy was there, and was renewed. */
        RENEWED,
        /** A newer copy was there. */
        OUTDATED,
        /** It was not kept, since a change or a clear came in between. */
        REFUSED,
        /** It was not kept, since it and another copy contradict each other: it should be read again. */
        CONTRADICTED,
        /** It was not kept, since every place is taken by rows that are just coming in. */
        NO_ROOM
    }

    /** The snapshot to answer with, where an entry stands for the row. */
    public Optional<S> answer() {
        return entry == null ? Optional.empty() : entry.answer();
    }
}
