package io.turnkey;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cache did since it was opened, and what it holds now; an immutable copy. Later versions count more: read it by its accessors, its constructor is the
 * engine's.
 *
 * @param model the model's name
 * @param size the rows in memory
 * @param maxSize the most rows it may hold
 * @param keptWhole whether the whole table is meant to be in memory: not with {@code load = LAZY}, and not any more once the table of {@code load = AUTO} has outgrown {@code maxSize}
 * @param indexSizes the entries of each unique key's index, by the key's name
 * @param lists the lists in memory
 * @param listedRows the rows of all lists together
 * @param negatives the keys of which memory remembers that they have no row
 * @param hits reads by id or key that memory answered; of a read of many, each key that it asks for counts once. Each read is one of {@code hits}, {@code misses} and {@code negativeHits}
 * @param misses reads by id or key that memory could not answer, whatever became of them then; while the cache is bypassed, all of them
 * @param negativeHits reads answered by a remembered "no such row"; not counted as hits
 * @param listHits lists, those of {@code listAll()} included, that memory answered
 * @param listMisses lists that had to be read
 * @param staleServes reads answered by an expired row: while it was read again (counted as hits too), or because the database failed (counted as misses too)
 * @param evictions rows that left because {@code maxSize} was reached
 * @param expirations rows that left because their {@code ttl} had passed
 * @param loads reads of the database that succeeded, whatever they found: one for all that a call, and those who wait for it, lack; without syncs, and so without the initial load
 * @param loadFailures reads of the database that failed, took too long, or found more than they may; without syncs
 * @param loadTime the time that all successful loads took together
 * @param refusedInstalls loaded rows that were not kept, since they might have been out of date
 * @param mismatches rows that the database matched under another spelling of the key than the one asked for
 * @param divergences rows that {@link EntityCache#audit} found to differ from the database
 * @param droppedEvents events of this model that a listener did not get, since it could not keep up, or did not return when the cache was closed; an event counts once for each listener
 * @param l2Hits rows that memory did not have and Redis had
 * @param l2Misses rows that memory did not have, and Redis, which was asked, did not have either
 * @param repairs how often news of other processes' writes was missed, and made up for
 * @param syncs syncs that succeeded, the initial load included
 * @param syncFailures syncs that failed, initial loads included
 * @param syncTime the time that all syncs that succeeded took together
 * @param syncing whether a sync is under way
 * @param sinceSync how long ago the last sync that succeeded began; {@code null} before the first
 * @param oldestAge how long ago the oldest row in memory was read; zero for an empty cache
 * @param options the options in force; of those that the cache chose itself, what it chose: {@code refreshInterval} is zero if it left that open and the table is not kept whole
 */
public record CacheStats(
        String model,
        int size,
        int maxSize,
        boolean keptWhole,
        Map<String, Integer> indexSizes,
        int lists,
        int listedRows,
        int negatives,
        long hits,
        long misses,
        long negativeHits,
        long listHits,
        long listMisses,
        long staleServes,
        long evictions,
        long expirations,
        long loads,
        long loadFailures,
        Duration loadTime,
        long refusedInstalls,
        long mismatches,
        long divergences,
        long droppedEvents,
        long l2Hits,
        long l2Misses,
        long repairs,
        long syncs,
        long syncFailures,
        Duration syncTime,
        boolean syncing,
        @Nullable Duration sinceSync,
        Duration oldestAge,
        CacheOptions options) {

    /** The share of reads by id or key that memory answered, 0 to 1; 1 before the first read. */
    public double hitRate() {
        long answered = hits + negativeHits;
        long reads = answered + misses;
        return reads == 0 ? 1.0 : (double) answered / reads;
    }
}
