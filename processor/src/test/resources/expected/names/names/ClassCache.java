package names;

import io.turnkey.CacheLoadException;
import io.turnkey.EntityCache;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.Caches;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.MemoryEngine;
import io.turnkey.spi.UniqueIndex;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The cache of {@link Class}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class ClassCache extends GeneratedCache<ClassSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<ClassCache, ClassSnapshot, Long> DEFINITION = new CacheDefinition<>(
            ClassCache.class,
            ClassCacheModel.MODEL,
            ClassCache::new);

    private final UniqueIndex<String, ClassSnapshot> byModel;

    /** A cache on this engine. */
    protected ClassCache(CacheEngine<ClassSnapshot, Long> engine) {
        super(engine);
        byModel = engine.unique(ClassCacheModel.MODEL_);
    }

    /** Opens this cache on its own, without a group. */
    public static ClassCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<ClassCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Class> entities) {
        return new InMemory(Caches.inMemory(ClassCacheModel.MODEL, entities));
    }

    /** The row with this {@link Class#model model}, from memory or else from the database. */
    public Optional<ClassSnapshot> getByModel(String model) {
        return byModel.get(model);
    }

    /** The rows with these values of {@link Class#model model}, in their order, without those that do not exist. */
    public Map<String, ClassSnapshot> getManyByModel(Collection<String> keys) {
        return byModel.getMany(keys);
    }

    /** The row with this {@link Class#model model} if it is in memory; never reads the database. */
    public Optional<ClassSnapshot> peekByModel(String model) {
        return byModel.peek(model);
    }

    /** Whether the row with this {@link Class#model model} is in memory. */
    public boolean isCachedByModel(String model) {
        return byModel.isCached(model);
    }

    /**
     * Drops the row with this {@link Class#model model}, whether or not it is in memory. If this value is not, the database is asked for the row's id,
     * since the row may be in memory with another value.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public void invalidateByModel(String model) {
        byModel.invalidate(model);
    }

    /** Drops the index by {@link Class#model model} from this memory; the rows stay reachable by id and other keys. */
    public void clearModelIndex() {
        byModel.clear();
    }

    /** A {@link ClassCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends ClassCache {
        private final MemoryEngine<ClassSnapshot, Long> engine;

        private InMemory(MemoryEngine<ClassSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Class entity) {
            engine.put(ClassSnapshot.of(entity));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
