package io.turnkey.spi;

/** Writes of one transaction to one model that are not served from memory until it is known what became of them. */
public interface PendingWrites {
    /** Ends it; the second call does nothing. Never throws. One that is never settled ends by itself after a while, as {@link Outcome#UNKNOWN}; settling it after that is still heard. */
    void settle(Outcome outcome);

    /** How a transaction ended. */
    enum Outcome {
        /** The database has the writes. */
        COMMITTED,
        /** The database does not have the writes. */
        ROLLED_BACK,
        /** Nobody can say: the commit failed, or was not heard of. */
        UNKNOWN
    }
}
