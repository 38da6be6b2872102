package io.turnkey;

import java.time.Duration;
import java.util.Map;

/**
 * Something that happened in a cache. A listener runs outside every lock and, but for caches in memory, on a thread of its own. It gets one event after the other, in the order in which they were
 * published. Each is published right after what it tells of: of two things that threads do to one row at once, either may be told first.
 *
 * <pre>{@code
 * users.on(CacheEvent.Evicted.class, e -> log.info("{} left: {}", e.id(), e.cause()));
 * }</pre>
 */
public sealed interface CacheEvent {
    /** The model's name, or the group's for an event of the whole group. */
    String model();

    /** An event of one row. However many of these there are, a listener that cannot keep up loses no other event because of them. */
    sealed interface OfRow extends CacheEvent {
        /** The row's id; a copy, if it is an object that can be changed. */
        Object id();
    }

    /** The cache finished its initial load and answers. */
    record Ready(String model, int size) implements CacheEvent {}

    /**
     * A sync is done.
     *
     * @param mode what was read: {@link SyncMode#FULL} also where an incremental one found that it was time to compare every row
     * @param rows how many rows were read
     * @param removed how many rows left memory, since they are gone from the table
     * @param took how long it took
     */
    record Synced(String model, SyncMode mode, long rows, long removed, Duration took) implements CacheEvent {}

    /** A row was read again, in the background or because {@code refreshById} was called. */
    record Refreshed(String model, Object id) implements OfRow {}

    /** Everything of the model was dropped. */
    record Cleared(String model) implements CacheEvent {}

    /** One key's index was dropped. */
    record IndexCleared(String model, String key) implements CacheEvent {}

    /** A row that was not cached came in; {@code keys} holds the value of each key by its name, in the model's order, and cannot be changed. */
    record ItemLoaded(String model, Object id, Map<String, Object> keys) implements OfRow {}

    /** A row was created. */
    record ItemCreated(String model, Object id, Map<String, Object> keys) implements OfRow {}

    /** A row was changed; {@code keys} are those it has now. */
    record ItemUpdated(String model, Object id, Map<String, Object> keys) implements OfRow {}

    /** A row was deleted; {@code keys} are those it had. */
    record ItemRemoved(String model, Object id, Map<String, Object> keys) implements OfRow {}

    /** A row was dropped because somebody said that it changed. */
    record ItemInvalidated(String model, Object id) implements OfRow {}

    /** A row left memory although nobody said that it changed. */
    record Evicted(String model, Object id, EvictionCause cause) implements OfRow {}

    /** Something failed: a load ({@code "User.getByEmail"}; its callers are told too), a {@code "start"}, a {@code "sync"}, a {@code "refresh"} in the background, a {@code "cleanup"}, {@code "hooks"}, or something with Redis that nobody waits for, such as {@code "redis fill"}. What the database said is in {@code error} as it was, and may quote a row's value: {@link CacheGroup#health} does not. */
    record Failed(String model, String operation, Throwable error) implements CacheEvent {}

    /** Redis cannot be reached, or the others' writes are not heard any more: {@code model}, the group's name, works from memory until {@link RedisReconnected}. Told once an outage. */
    record RedisDisconnected(String model, Throwable cause) implements CacheEvent {}

    /** Attempt number {@code attempt} to reach Redis begins after {@code delay}; {@code model} is the group's name. */
    record RedisReconnecting(String model, int attempt, Duration delay) implements CacheEvent {}

    /** Redis is there, again or for the first time, and what was missed has been made up for; {@code model} is the group's name. */
    record RedisReconnected(String model) implements CacheEvent {}

    /** Every model of the group has been started. */
    record Initialized(String model) implements CacheEvent {}

    /** The cache, or the whole group, was closed. */
    record Closed(String model) implements CacheEvent {}

    /** Why a row was evicted. */
    enum EvictionCause {
        /** {@code maxSize} was reached. */
        SIZE,
        /** It had outlived its {@code ttl}. */
        EXPIRED
    }
}
