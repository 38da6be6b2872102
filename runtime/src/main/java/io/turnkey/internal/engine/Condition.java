package io.turnkey.internal.engine;

import io.turnkey.internal.stats.FailureStreak.Failures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an engine knows of its own health; read without waiting for anything.
 *
 * @param phase how far it has come
 * @param readsThrough whether what is not in memory is read, whatever it may be
 * @param bypassed whether nothing is kept
 * @param deaf whether there are writes that could be heard, and are not
 * @param refreshed how often a timer asks for a sync; zero if none does
 * @param syncs the syncs that failed since one succeeded, the initial load included
 * @param loads the loads that the database failed since one succeeded
 */
public record Condition(
        Phase phase,
        boolean readsThrough,
        boolean bypassed,
        boolean deaf,
        Duration refreshed,
        @Nullable Failures syncs,
        @Nullable Failures loads) {
    /** From the beginning to the end. */
    public enum Phase {
        /** Not started, or its start failed. */
        IDLE,
        /** Being loaded. */
        STARTING,
        /** Loaded. */
        READY,
        /** Closed. */
        CLOSED
    }
}
