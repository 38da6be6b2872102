package io.turnkey.hibernate.write;

import io.turnkey.Subscription;
import io.turnkey.spi.WriteSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;

/** The writes through one session factory, for every sink that listens. There is one for each factory, which holds it; without sinks it does nothing. */
public final class FactoryWrites {
    private static final Object INSTALLING = new Object();

    private final List<Feed<?>> feeds = new CopyOnWriteArrayList<>();
    private final Transactions transactions = new Transactions();

    private final SessionFactoryImplementor factory;
    private final Cascades cascades;
    private final Map<Class<?>, Set<Class<?>>> cascaded = new ConcurrentHashMap<>();

    private FactoryWrites(SessionFactoryImplementor factory) {
        this.factory = factory;
        cascades = Cascades.of(factory);
    }

    /** The one of {@code factory}, which is made and installed if there is none yet; the factory may be in use. */
    public static FactoryWrites of(SessionFactoryImplementor factory) {
        EventListenerRegistry registry = factory.getEventEngine().getListenerRegistry();
        // Hibernate replaces its arrays of listeners without a lock.
        synchronized (INSTALLING) {
            FactoryWrites installed = RowListener.installedIn(registry);
            if (installed == null) {
                installed = new FactoryWrites(factory);
                new RowListener(installed).install(registry);
            }
            return installed;
        }
    }

    /** Tells {@code sink} of every write until the subscription ends. What a transaction executed before this call is not told. */
    public Subscription listen(WriteSink<?> sink) {
        Feed<?> feed = new Feed<>(sink);
        feeds.add(feed);
        Subscription statements = Capture.listen(factory, sink);
        return () -> {
            statements.close();
            feeds.remove(feed);
            feed.end();
        };
    }

    /** Every sink that listens. */
    List<WriteSink<?>> sinks() {
        return feeds.stream().<WriteSink<?>>mapMulti(Feed::addTo).toList();
    }

    /** The sinks of the model of this entity, the root of its hierarchy. */
    List<WriteSink<?>> sinks(Class<?> root) {
        return feeds(root).stream().<WriteSink<?>>mapMulti(Feed::addTo).toList();
    }

    /** Every feed. */
    List<Feed<?>> feeds() {
        return feeds;
    }

    /** The feeds of the model of this entity, the root of its hierarchy. */
    List<Feed<?>> feeds(Class<?> root) {
        return feeds.stream().filter(feed -> feed.entity() == root).toList();
    }

    /** A statement of this session's transaction wrote rows of this model, nobody knows which; without a transaction it is over already. */
    void everything(SharedSessionContractImplementor session, Class<?> root) {
        transactions.record(session, feeds(root), TransactionWrites::everything);
    }

    /** A row of this model was deleted, and with it, without an event, rows of others. */
    void cascaded(SharedSessionContractImplementor session, Class<?> root) {
        cascaded.computeIfAbsent(root, cascades::children).forEach(child -> everything(session, child));
    }

    /** The transactions that wrote something. */
    Transactions transactions() {
        return transactions;
    }
}
