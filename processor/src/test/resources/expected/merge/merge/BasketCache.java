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

/** The cache of {@link Basket}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class BasketCache extends GeneratedCache<BasketSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<BasketCache, BasketSnapshot, Long> DEFINITION = new CacheDefinition<>(
            BasketCache.class,
            BasketCacheModel.MODEL,
            BasketCache::new);

    /** A cache on this engine. */
    protected BasketCache(CacheEngine<BasketSnapshot, Long> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static BasketCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<BasketCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Basket> entities) {
        return new InMemory(Caches.inMemory(BasketCacheModel.MODEL, entities));
    }

    /** A {@link BasketCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends BasketCache {
        private final MemoryEngine<BasketSnapshot, Long> engine;

        private InMemory(MemoryEngine<BasketSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Basket basket) {
            engine.put(BasketSnapshot.of(basket));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
