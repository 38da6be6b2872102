package ids;

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

/** The cache of {@link Price}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class PriceCache extends GeneratedCache<PriceSnapshot, Price.Key> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<PriceCache, PriceSnapshot, Price.Key> DEFINITION = new CacheDefinition<>(
            PriceCache.class,
            PriceCacheModel.MODEL,
            PriceCache::new);

    /** A cache on this engine. */
    protected PriceCache(CacheEngine<PriceSnapshot, Price.Key> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static PriceCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<PriceCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Price> entities) {
        return new InMemory(Caches.inMemory(PriceCacheModel.MODEL, entities));
    }

    /** A {@link PriceCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends PriceCache {
        private final MemoryEngine<PriceSnapshot, Price.Key> engine;

        private InMemory(MemoryEngine<PriceSnapshot, Price.Key> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Price price) {
            engine.put(PriceSnapshot.of(price));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Price.Key id) {
            return engine.remove(id);
        }
    }
}
