package io.turnkey.internal.store;

/** What may be done to get room for a row that is not in memory. */
enum Room {
    /** Another row may leave. */
    MADE,
    /** It must be free. */
    FREE,
    /** None: only rows that are in memory are wanted. */
    NONE
}
