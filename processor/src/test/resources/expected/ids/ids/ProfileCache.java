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

/** The cache of {@link Profile}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class ProfileCache extends GeneratedCache<ProfileSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<ProfileCache, ProfileSnapshot, Long> DEFINITION = new CacheDefinition<>(
            ProfileCache.class,
            ProfileCacheModel.MODEL,
            ProfileCache::new);

    /** A cache on this engine. */
    protected ProfileCache(CacheEngine<ProfileSnapshot, Long> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static ProfileCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<ProfileCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Profile> entities) {
        return new InMemory(Caches.inMemory(ProfileCacheModel.MODEL, entities));
    }

    /** A {@link ProfileCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends ProfileCache {
        private final MemoryEngine<ProfileSnapshot, Long> engine;

        private InMemory(MemoryEngine<ProfileSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Profile profile) {
            engine.put(ProfileSnapshot.of(profile));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
