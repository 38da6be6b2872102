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

/** The cache of {@link Outer.User}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
class Outer_UserCache extends GeneratedCache<Outer_UserSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<Outer_UserCache, Outer_UserSnapshot, Long> DEFINITION = new CacheDefinition<>(
            Outer_UserCache.class,
            Outer_UserCacheModel.MODEL,
            Outer_UserCache::new);

    private final UniqueIndex<String, Outer_UserSnapshot> byEmail;

    /** A cache on this engine. */
    protected Outer_UserCache(CacheEngine<Outer_UserSnapshot, Long> engine) {
        super(engine);
        byEmail = engine.unique(Outer_UserCacheModel.EMAIL);
    }

    /** Opens this cache on its own, without a group. */
    public static Outer_UserCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<Outer_UserCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Outer.User> entities) {
        return new InMemory(Caches.inMemory(Outer_UserCacheModel.MODEL, entities));
    }

    /** The row with this {@link Outer.User#email email}, from memory or else from the database. */
    public Optional<Outer_UserSnapshot> getByEmail(String email) {
        return byEmail.get(email);
    }

    /** The rows with these values of {@link Outer.User#email email}, in their order, without those that do not exist. */
    public Map<String, Outer_UserSnapshot> getManyByEmail(Collection<String> keys) {
        return byEmail.getMany(keys);
    }

    /** The row with this {@link Outer.User#email email} if it is in memory; never reads the database. */
    public Optional<Outer_UserSnapshot> peekByEmail(String email) {
        return byEmail.peek(email);
    }

    /** Whether the row with this {@link Outer.User#email email} is in memory. */
    public boolean isCachedByEmail(String email) {
        return byEmail.isCached(email);
    }

    /**
     * Drops the row with this {@link Outer.User#email email}, whether or not it is in memory. If this value is not, the database is asked for the row's id,
     * since the row may be in memory with another value.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public void invalidateByEmail(String email) {
        byEmail.invalidate(email);
    }

    /** Drops the index by {@link Outer.User#email email} from this memory; the rows stay reachable by id and other keys. */
    public void clearEmailIndex() {
        byEmail.clear();
    }

    /** A {@link Outer_UserCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends Outer_UserCache {
        private final MemoryEngine<Outer_UserSnapshot, Long> engine;

        private InMemory(MemoryEngine<Outer_UserSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Outer.User user) {
            engine.put(Outer_UserSnapshot.of(user));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
