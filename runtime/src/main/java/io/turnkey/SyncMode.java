package io.turnkey;

/** How much of a table a sync reads. */
public enum SyncMode {
    /** Every row: changed ones are replaced, new ones come in, and those that are gone leave. */
    FULL,

    /** The rows that changed since the last sync; every {@code reconcileInterval}, or where nothing tells when a row changed, every row. */
    INCREMENTAL
}
