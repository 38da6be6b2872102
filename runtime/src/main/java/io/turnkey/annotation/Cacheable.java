package io.turnkey.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a typed cache and an immutable snapshot for a JPA entity: {@code User} gets {@code UserCache} and
 * {@code UserSnapshot} in its own package.
 *
 * <pre>{@code
 * @Entity
 * @Cacheable(ttl = "10m", maxSize = 50_000)
 * public class User {
 *     @Id Long id;
 *     @KeyField @Column(unique = true) String email;
 * }
 * }</pre>
 *
 * <p>Every option is a default: {@code CacheOptions}, {@code CacheGroup.Builder.configure} and properties override it at
 * runtime. Durations are written {@code "500ms"}, {@code "90s"}, {@code "5m"}, {@code "1h"}, {@code "2d"} or in ISO-8601, and are
 * checked when the entity is compiled.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Cacheable {
    /** The model's name, used by {@code group.get(name)}, logs and properties; empty takes the entity's simple name. */
    String name() default "";

    /** How much of the table is loaded at start. */
    LoadMode load() default LoadMode.AUTO;

    /** How long a row is served without being read again, at most; {@code "none"} for ever. */
    String ttl() default "1h";

    /** The share of {@code ttl}, 0 to 1, by which an entry's life is shortened at random, so that rows loaded together do not expire together. */
    double ttlJitter() default 0.1;

    /** Whether a row that expired less than {@code maxStale} ago is served at once and read again in the background; {@code false}: the caller waits. */
    boolean staleWhileRevalidate() default true;

    /** For how long after its {@code ttl} a row may be served while it is read again; {@code "none"} not at all, empty: as long again as {@code ttl}. */
    String maxStale() default "";

    /** For how long after its {@code ttl} a row is still served if the database fails; {@code "none"} not at all. */
    String staleIfError() default "none";

    /** The most rows in memory; {@link #UNLIMITED} for no bound. */
    int maxSize() default 50_000;

    /** The longest list that a key which is not unique, or {@code listAll()}, answers with. */
    int maxListSize() default 10_000;

    /** How often what changed in the table is read in the background; {@code "none"} never; empty: every five minutes for a table that is kept whole, else never. */
    String refreshInterval() default "";

    /** How far before the last one an incremental refresh begins, so that it finds what was committed late or under another clock. */
    String syncOverlap() default "1m";

    /** How often a refresh compares every row, which finds deletions and whatever was missed; empty: half the {@code ttl}, or every hour without one. */
    String reconcileInterval() default "";

    /** How often rows are removed that may not be served any more, not even stale; {@code "none"} leaves them until they are read or evicted. */
    String cleanupInterval() default "1m";

    /** Whether a miss reads the database; {@code false} answers empty for what was never loaded, once a table that is to be loaded has been. */
    boolean readThrough() default true;

    /** For how long it is remembered that a key has no row; {@code "none"} not at all. */
    String negativeTtl() default "none";

    /** How long a caller waits for the database before a load fails; in an initial load or a sync, how long the next row may take. */
    String loadTimeout() default "5s";

    /** The attribute that holds the time of a row's last change; empty finds Hibernate's {@code @UpdateTimestamp}. */
    String updatedAt() default "";

    /** {@code false} starts the cache in bypass: every read goes to the database and nothing is kept. */
    boolean enabled() default true;

    /** An interface that the entity implements and the snapshot shall implement too; {@code void.class} for none. */
    Class<?> view() default void.class;

    /** No bound on the number of rows. */
    int UNLIMITED = Integer.MAX_VALUE;
}
