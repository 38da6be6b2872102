package zoo;

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

/** The cache of {@link Animal}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class AnimalCache extends GeneratedCache<AnimalSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<AnimalCache, AnimalSnapshot, Long> DEFINITION = new CacheDefinition<>(
            AnimalCache.class,
            AnimalCacheModel.MODEL,
            AnimalCache::new);

    private final UniqueIndex<String, AnimalSnapshot> byName;

    /** A cache on this engine. */
    protected AnimalCache(CacheEngine<AnimalSnapshot, Long> engine) {
        super(engine);
        byName = engine.unique(AnimalCacheModel.NAME);
    }

    /** Opens this cache on its own, without a group. */
    public static AnimalCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<AnimalCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Animal> entities) {
        return new InMemory(Caches.inMemory(AnimalCacheModel.MODEL, entities));
    }

    /** The row with this {@link Animal#getName() name}, from memory or else from the database. */
    public Optional<AnimalSnapshot> getByName(String name) {
        return byName.get(name);
    }

    /** The rows with these values of {@link Animal#getName() name}, in their order, without those that do not exist. */
    public Map<String, AnimalSnapshot> getManyByName(Collection<String> keys) {
        return byName.getMany(keys);
    }

    /** The row with this {@link Animal#getName() name} if it is in memory; never reads the database. */
    public Optional<AnimalSnapshot> peekByName(String name) {
        return byName.peek(name);
    }

    /** Whether the row with this {@link Animal#getName() name} is in memory. */
    public boolean isCachedByName(String name) {
        return byName.isCached(name);
    }

    /**
     * Drops the row with this {@link Animal#getName() name}, whether or not it is in memory. If this value is not, the database is asked for the row's id,
     * since the row may be in memory with another value.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public void invalidateByName(String name) {
        byName.invalidate(name);
    }

    /** Drops the index by {@link Animal#getName() name} from this memory; the rows stay reachable by id and other keys. */
    public void clearNameIndex() {
        byName.clear();
    }

    /** A {@link AnimalCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends AnimalCache {
        private final MemoryEngine<AnimalSnapshot, Long> engine;

        private InMemory(MemoryEngine<AnimalSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Animal animal) {
            engine.put(AnimalSnapshot.of(animal));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
