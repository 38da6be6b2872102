package io.turnkey.internal.engine;

import java.util.EnumSet;
import java.util.Set;

/** One of the random operations of a {@link ModelRun}; the numbers choose rows and values. */
record Operation(Kind kind, int a, int b) {
    /** What is done. */
    enum Kind {
        GET_ID,
        GET_EMAIL,
        GET_LOGIN,
        GET_MANY,
        LIST_STATUS,
        LIST_TENANT,
        LIST_ALL,
        REFRESH,
        WRITE,
        WRITE_KNOWN,
        CHANGE_EMAIL,
        CHANGE_EMAIL_KNOWN,
        CHANGE_LOGIN_KNOWN,
        CHANGE_STATUS,
        CHANGE_STATUS_KNOWN,
        DELETE,
        DELETE_KNOWN,
        BEGIN_WRITE,
        BEGIN_CHANGING_EMAIL,
        BEGIN_CHANGING_STATUS,
        BEGIN_DELETE,
        BEGIN_ANYTHING,
        COMMIT,
        SETTLE,
        ROLL_BACK,
        LOSE,
        PASS_DEADLINE,
        INVALIDATE_EMAIL,
        INVALIDATE_STATUS,
        CLEAR_EMAILS,
        CLEAR_STATUSES,
        CLEAR,
        START,
        SYNC,
        PRELOAD,
        BEGIN_IMPORT,
        END_IMPORT,
        PASS_TIME,
        EXPIRE,
        CLEAN_UP
    }

    /** What changes the table: it waits, as a row lock makes it, while a transaction is about to commit. */
    private static final Set<Kind> WRITES = EnumSet.of(
            Kind.WRITE,
            Kind.WRITE_KNOWN,
            Kind.CHANGE_EMAIL,
            Kind.CHANGE_EMAIL_KNOWN,
            Kind.CHANGE_LOGIN_KNOWN,
            Kind.CHANGE_STATUS,
            Kind.CHANGE_STATUS_KNOWN,
            Kind.DELETE,
            Kind.DELETE_KNOWN,
            Kind.BEGIN_WRITE,
            Kind.BEGIN_CHANGING_EMAIL,
            Kind.BEGIN_CHANGING_STATUS,
            Kind.BEGIN_DELETE,
            Kind.BEGIN_ANYTHING);

    boolean changesTheTable() {
        return WRITES.contains(kind);
    }
}
