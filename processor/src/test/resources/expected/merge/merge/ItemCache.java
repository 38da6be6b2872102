package merge;

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

/** The cache of {@link Item}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class ItemCache extends GeneratedCache<ItemSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<ItemCache, ItemSnapshot, Long> DEFINITION = new CacheDefinition<>(
            ItemCache.class,
            ItemCacheModel.MODEL,
            ItemCache::new);

    /** A cache on this engine. */
    protected ItemCache(CacheEngine<ItemSnapshot, Long> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static ItemCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<ItemCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Item> entities) {
        return new InMemory(Caches.inMemory(ItemCacheModel.MODEL, entities));
    }

    /** A {@link ItemCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends ItemCache {
        private final MemoryEngine<ItemSnapshot, Long> engine;

        private InMemory(MemoryEngine<ItemSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Item item) {
            engine.put(ItemSnapshot.of(item));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
