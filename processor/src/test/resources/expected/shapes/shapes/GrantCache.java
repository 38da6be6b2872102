package shapes;

import io.turnkey.EntityCache;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.Caches;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.MemoryEngine;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import shapes.id.GrantId;

/** The cache of {@link Grant}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class GrantCache extends GeneratedCache<GrantSnapshot, GrantId> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<GrantCache, GrantSnapshot, GrantId> DEFINITION = new CacheDefinition<>(
            GrantCache.class,
            GrantCacheModel.MODEL,
            GrantCache::new);

    /** A cache on this engine. */
    protected GrantCache(CacheEngine<GrantSnapshot, GrantId> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static GrantCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<GrantCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Grant> entities) {
        return new InMemory(Caches.inMemory(GrantCacheModel.MODEL, entities));
    }

    /** A {@link GrantCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends GrantCache {
        private final MemoryEngine<GrantSnapshot, GrantId> engine;

        private InMemory(MemoryEngine<GrantSnapshot, GrantId> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Grant grant) {
            engine.put(GrantSnapshot.of(grant));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(GrantId id) {
            return engine.remove(id);
        }
    }
}
