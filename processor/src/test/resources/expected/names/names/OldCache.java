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

/** The cache of {@link Old}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class OldCache extends GeneratedCache<OldSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<OldCache, OldSnapshot, Long> DEFINITION = new CacheDefinition<>(
            OldCache.class,
            OldCacheModel.MODEL,
            OldCache::new);

    private final UniqueIndex<String, OldSnapshot> byCode;

    /** A cache on this engine. */
    protected OldCache(CacheEngine<OldSnapshot, Long> engine) {
        super(engine);
        byCode = engine.unique(OldCacheModel.CODE);
    }

    /** Opens this cache on its own, without a group. */
    public static OldCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<OldCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Old> entities) {
        return new InMemory(Caches.inMemory(OldCacheModel.MODEL, entities));
    }

    /** The row with this {@link Old#code code}, from memory or else from the database. */
    public Optional<OldSnapshot> getByCode(String code) {
        return byCode.get(code);
    }

    /** The rows with these values of {@link Old#code code}, in their order, without those that do not exist. */
    public Map<String, OldSnapshot> getManyByCode(Collection<String> keys) {
        return byCode.getMany(keys);
    }

    /** The row with this {@link Old#code code} if it is in memory; never reads the database. */
    public Optional<OldSnapshot> peekByCode(String code) {
        return byCode.peek(code);
    }

    /** Whether the row with this {@link Old#code code} is in memory. */
    public boolean isCachedByCode(String code) {
        return byCode.isCached(code);
    }

    /**
     * Drops the row with this {@link Old#code code}, whether or not it is in memory. If this value is not, the database is asked for the row's id,
     * since the row may be in memory with another value.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public void invalidateByCode(String code) {
        byCode.invalidate(code);
    }

    /** Drops the index by {@link Old#code code} from this memory; the rows stay reachable by id and other keys. */
    public void clearCodeIndex() {
        byCode.clear();
    }

    /** A {@link OldCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends OldCache {
        private final MemoryEngine<OldSnapshot, Long> engine;

        private InMemory(MemoryEngine<OldSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Old old) {
            engine.put(OldSnapshot.of(old));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
