package zoo;

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

/** The cache of {@link Plant}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class PlantCache extends GeneratedCache<PlantSnapshot, Integer> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<PlantCache, PlantSnapshot, Integer> DEFINITION = new CacheDefinition<>(
            PlantCache.class,
            PlantCacheModel.MODEL,
            PlantCache::new);

    /** A cache on this engine. */
    protected PlantCache(CacheEngine<PlantSnapshot, Integer> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static PlantCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<PlantCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Plant> entities) {
        return new InMemory(Caches.inMemory(PlantCacheModel.MODEL, entities));
    }

    /** A {@link PlantCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends PlantCache {
        private final MemoryEngine<PlantSnapshot, Integer> engine;

        private InMemory(MemoryEngine<PlantSnapshot, Integer> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Plant plant) {
            engine.put(PlantSnapshot.of(plant));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Integer id) {
            return engine.remove(id);
        }
    }
}
