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

/** The cache of {@link Enrolment}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class EnrolmentCache extends GeneratedCache<EnrolmentSnapshot, Enrolment.Key> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<EnrolmentCache, EnrolmentSnapshot, Enrolment.Key> DEFINITION = new CacheDefinition<>(
            EnrolmentCache.class,
            EnrolmentCacheModel.MODEL,
            EnrolmentCache::new);

    /** A cache on this engine. */
    protected EnrolmentCache(CacheEngine<EnrolmentSnapshot, Enrolment.Key> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static EnrolmentCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<EnrolmentCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Enrolment> entities) {
        return new InMemory(Caches.inMemory(EnrolmentCacheModel.MODEL, entities));
    }

    /** A {@link EnrolmentCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends EnrolmentCache {
        private final MemoryEngine<EnrolmentSnapshot, Enrolment.Key> engine;

        private InMemory(MemoryEngine<EnrolmentSnapshot, Enrolment.Key> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Enrolment enrolment) {
            engine.put(EnrolmentSnapshot.of(enrolment));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Enrolment.Key id) {
            return engine.remove(id);
        }
    }
}
