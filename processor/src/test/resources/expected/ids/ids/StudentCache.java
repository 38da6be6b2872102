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

/** The cache of {@link Student}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class StudentCache extends GeneratedCache<StudentSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<StudentCache, StudentSnapshot, Long> DEFINITION = new CacheDefinition<>(
            StudentCache.class,
            StudentCacheModel.MODEL,
            StudentCache::new);

    /** A cache on this engine. */
    protected StudentCache(CacheEngine<StudentSnapshot, Long> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static StudentCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<StudentCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Student> entities) {
        return new InMemory(Caches.inMemory(StudentCacheModel.MODEL, entities));
    }

    /** A {@link StudentCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends StudentCache {
        private final MemoryEngine<StudentSnapshot, Long> engine;

        private InMemory(MemoryEngine<StudentSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Student student) {
            engine.put(StudentSnapshot.of(student));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
