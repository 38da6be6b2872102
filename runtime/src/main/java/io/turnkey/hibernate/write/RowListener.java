package io.turnkey.hibernate.write;

import io.turnkey.spi.Write.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractPostDatabaseOperationEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PostUpsertEvent;
import org.hibernate.event.spi.PostUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Hears of the rows that a flush or a stateless session has written; being in the factory's registry, it is also where the factory's {@link FactoryWrites} is found again. */
final class RowListener
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostUpsertEventListener,
                PostCollectionRecreateEventListener,
                PostCollectionUpdateEventListener,
                PostCollectionRemoveEventListener {
    private final FactoryWrites writes;
    private final CollectionWrites collections;

    RowListener(FactoryWrites writes) {
        this.writes = writes;
        collections = new CollectionWrites(writes);
    }

    /** What was installed here before. */
    static @Nullable FactoryWrites installedIn(EventListenerRegistry registry) {
        AtomicReference<@Nullable FactoryWrites> found = new AtomicReference<>();
        registry.getEventListenerGroup(EventType.POST_INSERT).fireEventOnEachListener(found, (listener, result) -> {
            if (listener instanceof RowListener ours) {
                result.set(ours.writes);
            }
        });
        return found.get();
    }

    void install(EventListenerRegistry registry) {
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
        registry.appendListeners(EventType.POST_UPSERT, this);
        registry.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_REMOVE, this);
        registry.appendListeners(EventType.POST_INSERT, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        written(event, Kind.INSERT, null, event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        written(event, Kind.UPDATE, event.getOldState(), event.getState());
    }

    @Override
    public void onPostUpsert(PostUpsertEvent event) {
        written(event, Kind.UPDATE, null, event.getState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        written(event, Kind.DELETE, event.getDeletedState(), null);
        guarded(() -> writes.cascaded(event.getSession(), Roots.of(event.getPersister())));
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        guarded(() -> collections.written(event));
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        guarded(() -> collections.written(event));
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        guarded(() -> collections.written(event));
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void written(
            AbstractPostDatabaseOperationEvent event,
            Kind kind,
            Object @Nullable [] before,
            Object @Nullable [] after) {
        guarded(() -> {
            EntityPersister persister = event.getPersister();
            SharedSessionContractImplementor session = event.getSession();
            Object id = event.getId();
            collections.writtenWith(persister, session);
            List<Feed<?>> feeds = writes.feeds(Roots.of(persister));
            // An insert by the identity column that a listener has vetoed has no id.
            if (!feeds.isEmpty() && id != null) {
                RowEvent row = new RowEvent(persister, id, kind, before, after, session);
                writes.transactions().record(session, feeds, (transaction, feed) -> transaction.row(feed, row));
            }
        });
    }

    /** Nothing of ours fails a flush. */
    private void guarded(Runnable hearing) {
        if (writes.feeds().isEmpty()) {
            return;
        }
        try {
            hearing.run();
        } catch (Throwable e) {
            writes.feeds().forEach(feed -> feed.failed(e));
        }
    }
}
