package io.turnkey.hibernate.write;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Collections that were written: part of their owner's row, unless the rows are the elements' own. Those of a stateless session come without it, but the owner's own event
 * follows.
 */
final class CollectionWrites {
    private final FactoryWrites writes;
    private final Map<EntityPersister, Set<Class<?>>> children = new ConcurrentHashMap<>();

    CollectionWrites(FactoryWrites writes) {
        this.writes = writes;
    }

    void written(AbstractCollectionEvent event) {
        CollectionPersister collection = event.getCollectionPersister();
        SharedSessionContractImplementor session = session(event);
        if (session == null || collection == null || collection.isInverse()) {
            return;
        }
        if (collection.isOneToMany() && !wroteNothing(event)) {
            writes.everything(session, Roots.of(collection.getElementPersister()));
        }
        EntityPersister owner = collection.getOwnerEntityPersister();
        List<Feed<?>> feeds = writes.feeds(Roots.of(owner));
        Object id = event.getAffectedOwnerIdOrNull();
        if (id == null) {
            writes.transactions().record(session, feeds, TransactionWrites::everything);
        } else {
            writes.transactions()
                    .record(session, feeds, (transaction, feed) -> transaction.collection(feed, owner, id));
        }
    }

    /** A stateless session has written a row of {@code owner} and its collections. */
    void writtenWith(EntityPersister owner, SharedSessionContractImplementor session) {
        if (session.isStateless() && owner.hasOwnedCollections()) {
            children.computeIfAbsent(owner, CollectionWrites::children)
                    .forEach(child -> writes.everything(session, child));
        }
    }

    /** The session; of a stateless one the event has none, which Hibernate 7.4 says by an exception. */
    private static @Nullable SharedSessionContractImplementor session(AbstractCollectionEvent event) {
        try {
            return event.getSession();
        } catch (NullPointerException e) {
            return null;
        }
    }

    /** Each row that is inserted has its collections made, most of them empty. */
    private static boolean wroteNothing(AbstractCollectionEvent event) {
        PersistentCollection<?> collection = event.getCollection();
        return event instanceof PostCollectionRecreateEvent && collection.wasInitialized() && collection.empty();
    }

    /** The entities whose rows a collection of {@code owner} writes: those of a one-to-many with a join column. */
    private static Set<Class<?>> children(EntityPersister owner) {
        Set<Class<?>> children = new HashSet<>();
        owner.forEachAttributeMapping(attribute -> {
            if (attribute instanceof PluralAttributeMapping plural) {
                CollectionPersister collection = plural.getCollectionDescriptor();
                if (collection.isOneToMany() && !collection.isInverse()) {
                    children.add(Roots.of(collection.getElementPersister()));
                }
            }
        });
        return children;
    }
}
