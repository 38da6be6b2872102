package ids;

import io.turnkey.EntityCache;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.Caches;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.ListIndex;
import io.turnkey.spi.MemoryEngine;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The cache of {@link Note}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
class NoteCache extends GeneratedCache<NoteSnapshot, String> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<NoteCache, NoteSnapshot, String> DEFINITION = new CacheDefinition<>(
            NoteCache.class,
            NoteCacheModel.MODEL,
            NoteCache::new);

    private final ListIndex<OrderLineId, NoteSnapshot> byLineId;
    private final ListIndex<LineIdAndAuthor, NoteSnapshot> byLineIdAndAuthor;

    /** A cache on this engine. */
    protected NoteCache(CacheEngine<NoteSnapshot, String> engine) {
        super(engine);
        byLineId = engine.list(NoteCacheModel.LINE_ID);
        byLineIdAndAuthor = engine.list(NoteCacheModel.LINE_ID_AND_AUTHOR);
    }

    /** Opens this cache on its own, without a group. */
    public static NoteCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<NoteCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Note> entities) {
        return new InMemory(Caches.inMemory(NoteCacheModel.MODEL, entities));
    }

    /** Every row with this {@link Note#line line}, complete, from memory or else from the database. */
    public List<NoteSnapshot> listByLineId(OrderLineId lineId) {
        return byLineId.list(lineId);
    }

    /** The rows with these values of {@link Note#line line}, a list for each. */
    public Map<OrderLineId, List<NoteSnapshot>> listManyByLineId(Collection<OrderLineId> keys) {
        return byLineId.listMany(keys);
    }

    /** Whether the list of this {@link Note#line line} is in memory. */
    public boolean isCachedByLineId(OrderLineId lineId) {
        return byLineId.isCached(lineId);
    }

    /** Drops the rows with this {@link Note#line line}, and with them every list of the model. */
    public void invalidateByLineId(OrderLineId lineId) {
        byLineId.invalidate(lineId);
    }

    /** Drops the index by {@link Note#line line} from this memory; the rows stay reachable by id and other keys. */
    public void clearLineIdIndex() {
        byLineId.clear();
    }

    /** Every row with this {@link Note#line line} and {@link Note#author author}, complete, from memory or else from the database. */
    public List<NoteSnapshot> listByLineIdAndAuthor(OrderLineId lineId, String author) {
        return byLineIdAndAuthor.list(new LineIdAndAuthor(lineId, author));
    }

    /** The rows with these values of {@link Note#line line} and {@link Note#author author}, a list for each. */
    public Map<LineIdAndAuthor, List<NoteSnapshot>> listManyByLineIdAndAuthor(
            Collection<LineIdAndAuthor> keys) {
        return byLineIdAndAuthor.listMany(keys);
    }

    /** Whether the list of this {@link Note#line line} and {@link Note#author author} is in memory. */
    public boolean isCachedByLineIdAndAuthor(OrderLineId lineId, String author) {
        return byLineIdAndAuthor.isCached(new LineIdAndAuthor(lineId, author));
    }

    /** Drops the rows with this {@link Note#line line} and {@link Note#author author}, and with them every list of the model. */
    public void invalidateByLineIdAndAuthor(OrderLineId lineId, String author) {
        byLineIdAndAuthor.invalidate(new LineIdAndAuthor(lineId, author));
    }

    /** Drops the index by {@link Note#line line} and {@link Note#author author} from this memory; the rows stay reachable by id and other keys. */
    public void clearLineIdAndAuthorIndex() {
        byLineIdAndAuthor.clear();
    }

    /**
     * A value of the key {@link Note#line line} and {@link Note#author author}.
     *
     * @param lineId the id of {@link Note#line line}
     * @param author the attribute {@link Note#author author}
     */
    public record LineIdAndAuthor(OrderLineId lineId, String author) {
        public LineIdAndAuthor {
            Objects.requireNonNull(lineId, "lineId");
            Objects.requireNonNull(author, "author");
        }
    }

    /** A {@link NoteCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends NoteCache {
        private final MemoryEngine<NoteSnapshot, String> engine;

        private InMemory(MemoryEngine<NoteSnapshot, String> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Note note) {
            engine.put(NoteSnapshot.of(note));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(String id) {
            return engine.remove(id);
        }
    }
}
