package io.turnkey;

/**
 * What became of rows that were brought in from elsewhere than the database.
 *
 * @param model the model's name
 * @param loaded rows that came into memory
 * @param expired rows that had outlived their {@code ttl}
 * @param present rows of which memory had a copy already, which stayed; so did the first of several rows with one id
 * @param rejected rows that were not kept: they changed meanwhile, there was no room, a unique key of theirs belongs to another row, they have no id, the cache keeps nothing, memory knows that they do
 *     not exist, or more than a million changes were noticed meanwhile
 */
public record ImportReport(String model, long loaded, long expired, long present, long rejected) {
    /** How many rows there were. */
    public long total() {
        return loaded + expired + present + rejected;
    }
}
