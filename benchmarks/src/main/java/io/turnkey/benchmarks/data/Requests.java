package io.turnkey.benchmarks.data;

/**
 * The keys that are asked for, over and over again: equal to those in memory but other objects, as in an application.
 *
 * @param ids the ids, a power of two of them
 * @param emails the emails of the same rows
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Requests(Long[] ids, String[] emails) {
    private static final int LENGTH = 1 << 18;

    /** Requests for the rows of a {@link Database} of this size. */
    public static Requests of(int rows) {
        Zipf zipf = new Zipf(rows);
        Long[] ids = new Long[LENGTH];
        String[] emails = new String[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            long id = Database.FIRST_ID + (long) zipf.next();
            ids[i] = id;
            emails[i] = Database.email(id);
        }
        return new Requests(ids, emails);
    }
}
