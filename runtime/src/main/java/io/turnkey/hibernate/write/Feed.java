package io.turnkey.hibernate.write;

import io.turnkey.spi.EntityModel;
import io.turnkey.spi.WriteSink;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sink for as long as it listens, and how events are read for its model. A transaction that outlives the subscription keeps this, but no sink. */
final class Feed<ID> {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Class<?> entity;
    private final Map<EntityPersister, RowReader<?, ID>> readers = new ConcurrentHashMap<>();
    private volatile @Nullable WriteSink<ID> sink;

    Feed(WriteSink<ID> sink) {
        this.sink = sink;
        entity = sink.model().entity();
    }

    /** The entity, the root of its hierarchy. */
    Class<?> entity() {
        return entity;
    }

    /** The sink, or {@code null} if it does not listen any more. */
    @Nullable
    WriteSink<ID> sink() {
        return sink;
    }

    /** For a stream of sinks. */
    void addTo(Consumer<? super WriteSink<?>> sinks) {
        WriteSink<ID> listening = sink;
        if (listening != null) {
            sinks.accept(listening);
        }
    }

    /** How events about this class of the hierarchy are read; {@code null} if the sink does not listen any more. */
    @Nullable
    RowReader<?, ID> reader(EntityPersister persister) {
        RowReader<?, ID> reader = readers.get(persister);
        WriteSink<ID> listening = sink;
        if (reader == null && listening != null) {
            reader = reader(listening.model(), persister);
            readers.put(persister, reader);
        }
        return reader;
    }

    private static <S, ID> RowReader<S, ID> reader(EntityModel<?, S, ID> model, EntityPersister persister) {
        return new RowReader<>(model, persister);
    }

    /** Something may have been missed. Never throws. */
    void failed(Throwable failure) {
        WriteSink<ID> listening = sink;
        if (listening == null) {
            return;
        }
        try {
            listening.failed(failure);
        } catch (Throwable e) {
            e.addSuppressed(failure);
            LOG.error("The cache of {} could not be told that it may have missed writes", entity.getName(), e);
        }
    }

    /** The sink listens no more. */
    void end() {
        sink = null;
        readers.clear();
    }
}
