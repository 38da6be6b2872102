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

/** The cache of {@link Seat}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
class SeatCache extends GeneratedCache<SeatSnapshot, Seat.SeatId> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<SeatCache, SeatSnapshot, Seat.SeatId> DEFINITION = new CacheDefinition<>(
            SeatCache.class,
            SeatCacheModel.MODEL,
            SeatCache::new);

    /** A cache on this engine. */
    protected SeatCache(CacheEngine<SeatSnapshot, Seat.SeatId> engine) {
        super(engine);
    }

    /** Opens this cache on its own, without a group. */
    public static SeatCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<SeatCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Seat> entities) {
        return new InMemory(Caches.inMemory(SeatCacheModel.MODEL, entities));
    }

    /** A {@link SeatCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends SeatCache {
        private final MemoryEngine<SeatSnapshot, Seat.SeatId> engine;

        private InMemory(MemoryEngine<SeatSnapshot, Seat.SeatId> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Seat seat) {
            engine.put(SeatSnapshot.of(seat));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Seat.SeatId id) {
            return engine.remove(id);
        }
    }
}
