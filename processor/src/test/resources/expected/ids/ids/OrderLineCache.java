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

/** The cache of {@link OrderLine}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class OrderLineCache extends GeneratedCache<OrderLineSnapshot, OrderLineId> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<OrderLineCache, OrderLineSnapshot, OrderLineId> DEFINITION = new CacheDefinition<>(
            OrderLineCache.class,
            OrderLineCacheModel.MODEL,
            OrderLineCache::new);

    /** A cache on this engine. */
    protected OrderLineCache(CacheEngine<OrderLineSnapshot, OrderLineId> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static OrderLineCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<OrderLineCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends OrderLine> entities) {
        return new InMemory(Caches.inMemory(OrderLineCacheModel.MODEL, entities));
    }

    /** A {@link OrderLineCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends OrderLineCache {
        private final MemoryEngine<OrderLineSnapshot, OrderLineId> engine;

        private InMemory(MemoryEngine<OrderLineSnapshot, OrderLineId> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(OrderLine orderLine) {
            engine.put(OrderLineSnapshot.of(orderLine));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(OrderLineId id) {
            return engine.remove(id);
        }
    }
}
