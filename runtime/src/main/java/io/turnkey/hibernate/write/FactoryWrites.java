package io.turnkey.hibernate.write;

import io.turnkey.Subscription;
import io.turnkey.spi.WriteSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** The writes through one session factory, for every sink that listens. There is one for each factory, which holds it; without sinks it does nothing. */
public final class FactoryWrites {
    private final List<WriteSink<?>> sinks = new CopyOnWriteArrayList<>();

    /** The one of {@code factory}, which is made and installed if there is none yet. */
    public static FactoryWrites of(SessionFactoryImplementor factory) {
        throw new UnsupportedOperationException(factory.getName());
    }

    /** Tells {@code sink} of every write until the subscription ends. */
    public Subscription listen(WriteSink<?> sink) {
        sinks.add(sink);
        return () -> sinks.remove(sink);
    }

    /** Every sink that listens. */
    List<WriteSink<?>> sinks() {
        return sinks;
    }

    /** The sinks of the model of this entity, the root of its hierarchy. */
    List<WriteSink<?>> sinks(Class<?> root) {
        return sinks.stream().filter(sink -> sink.model().entity() == root).toList();
    }
}
