package io.turnkey.internal.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides between the copy of a row that is in memory and one that was just loaded. */
final class Judge<S> {
    /** What to do. */
    enum Verdict {
        /** They are equal: the old one stays and is renewed. */
        SAME,
        /** The new one takes its place. */
        NEWER,
        /** The new one is out of date. */
        OLDER,
        /** They differ, and nobody can say which is right. */
        CONTRADICTION
    }

    private final @Nullable Function<S, @Nullable Comparable<?>> version;

    Judge(@Nullable Function<S, @Nullable Comparable<?>> version) {
        this.version = version;
    }

    /**
     * Compares.
     *
     * @param overlaps whether the old copy may be the newer one
     */
    Verdict compare(Entry<S> old, S loaded, boolean overlaps) {
        if (loaded.equals(old.snapshot())) {
            return Verdict.SAME;
        }
        if (!overlaps) {
            // Begun after the old copy came in. Even with a lower version: the row may have been deleted and inserted
            // anew.
            return Verdict.NEWER;
        }
        int order = order(old.snapshot(), loaded);
        if (order == 0) {
            return Verdict.CONTRADICTION;
        }
        return order > 0 ? Verdict.NEWER : Verdict.OLDER;
    }

    /** Whether it can tell at all which of two copies is the newer one. */
    boolean knowsVersions() {
        return version != null;
    }

    S newer(S one, S other) {
        return order(one, other) > 0 ? other : one;
    }

    /** Positive if {@code loaded} is the newer one; 0 if that is not known. */
    int order(S old, S loaded) {
        return order(version(old), version(loaded));
    }

    /** The same of versions. */
    @SuppressWarnings("unchecked")
    int order(@Nullable Comparable<?> old, @Nullable Comparable<?> loaded) {
        return loaded == null || old == null ? 0 : ((Comparable<Object>) loaded).compareTo(old);
    }

    /** The version of a row, if it has one. */
    @Nullable
    Comparable<?> version(S row) {
        return version == null ? null : version.apply(row);
    }
}
