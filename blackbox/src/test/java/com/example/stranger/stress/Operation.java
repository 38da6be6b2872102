package com.example.stranger.stress;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * What a writer does next.
 *
 * @param kind how it writes
 * @param first the row
 * @param second another row, greater than the first
 * @param value which of a few values keys and lists get
 * @param takenBack whether it rolls back in the end
 */
public record Operation(Kind kind, long first, long second, int value, boolean takenBack) {
    /** The ids are 0 to 11. */
    public static final int ROWS = 12;

    /** How many values a key of a row has. */
    public static final int VALUES = 3;

    private static final List<Long> ALL = LongStream.range(0, ROWS).boxed().toList();

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
        return next(random, ALL);
    }

    /** An operation on some of these rows, which are in their order. */
    public static Operation next(Random random, List<Long> rows) {
        Kind[] kinds = Kind.values();
        Kind kind = kinds[random.nextInt(kinds.length)];
        int first = random.nextInt(rows.size() - 1);
        int second = first + 1 + random.nextInt(rows.size() - 1 - first);
        int value = random.nextInt(VALUES);
        boolean takenBack = random.nextInt(5) == 0 && kind != Kind.WITHOUT_TRANSACTION;
        return new Operation(kind, rows.get(first), rows.get(second), value, takenBack);
    }

    /** Whether the second row is written too. */
    boolean writesBoth() {
        return switch (kind) {
            case UPDATE_BOTH, SWAP_KEYS, BULK, NATIVE -> true;
            default -> false;
        };
    }

    public static String email(long row, int value) {
        return "mail" + row + "." + value;
    }

    public static String login(long row, int value) {
        return "login" + row + "." + value;
    }

    public static String tier(int value) {
        return "tier" + value;
    }
}
