package com.example.stranger.stress;

import java.util.Random;

/**
 * What a writer does next.
 *
 * @param kind how it writes
 * @param first the row
 * @param second another row, greater than the first
 * @param value which of a few values keys and lists get
 * @param takenBack whether it rolls back in the end
 */
record Operation(Kind kind, long first, long second, int value, boolean takenBack) {
    static final int ROWS = 12;
    static final int VALUES = 3;

    enum Kind {
        UPDATE,
        UPDATE_TWICE,
        UPDATE_BOTH,
        SAVEPOINT,
        CHANGE_KEYS,
        CHANGE_TIER,
        SWAP_KEYS,
        INSERT_OR_DELETE,
        BULK,
        BULK_DELETE,
        NATIVE,
        STATELESS,
        STATELESS_INSERT_OR_DELETE,
        STATELESS_BULK,
        WITHOUT_TRANSACTION
    }

    static Operation next(Random random) {
        Kind[] kinds = Kind.values();
        Kind kind = kinds[random.nextInt(kinds.length)];
        long first = random.nextInt(ROWS - 1);
        long second = first + 1 + random.nextInt((int) (ROWS - 1 - first));
        int value = random.nextInt(VALUES);
        boolean takenBack = random.nextInt(5) == 0 && kind != Kind.WITHOUT_TRANSACTION;
        return new Operation(kind, first, second, value, takenBack);
    }

    /** Whether the second row is written too. */
    boolean writesBoth() {
        return switch (kind) {
            case UPDATE_BOTH, SWAP_KEYS, BULK, NATIVE -> true;
            default -> false;
        };
    }

    static String email(long row, int value) {
        return "mail" + row + "." + value;
    }

    static String login(long row, int value) {
        return "login" + row + "." + value;
    }

    static String tier(int value) {
        return "tier" + value;
    }
}
