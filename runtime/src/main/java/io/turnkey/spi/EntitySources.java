package io.turnkey.spi;

import io.turnkey.Subscription;

/** The database behind one persistence unit. */
public interface EntitySources extends AutoCloseable {
    /** Whether the persistence unit knows this entity. */
    boolean manages(Class<?> entity);

    /** The rows of one model. */
    <S> EntitySource<S> source(EntityModel<?, S, ?> model);

    /** Tells {@code sink} of every write through this persistence unit until the subscription ends. */
    Subscription listen(WriteSink<?> sink);

    /** Releases what was opened here; the persistence unit itself stays open. */
    @Override
    void close();
}
