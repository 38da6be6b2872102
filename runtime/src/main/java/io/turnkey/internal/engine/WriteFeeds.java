package io.turnkey.internal.engine;

import io.turnkey.Subscription;
import io.turnkey.spi.WriteSink;
import jakarta.persistence.EntityManagerFactory;

/** Where the writes to a model can be heard. */
public interface WriteFeeds {
    /** Whether this is the persistence unit that the cache reads through. */
    boolean isOwn(EntityManagerFactory factory);

    /** The writes through the persistence unit that the cache reads through. */
    Subscription listen(WriteSink<?> sink);

    /**
     * The writes through another one.
     *
     * @throws io.turnkey.CacheException if no adapter knows it, or it does not have the sink's entity
     */
    Subscription listen(WriteSink<?> sink, EntityManagerFactory other);
}
