package attributes;

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
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The cache of {@link Everything}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class EverythingCache extends GeneratedCache<EverythingSnapshot, UUID> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<EverythingCache, EverythingSnapshot, UUID> DEFINITION = new CacheDefinition<>(
            EverythingCache.class,
            EverythingCacheModel.MODEL,
            EverythingCache::new);

    private final ListIndex<Integer, EverythingSnapshot> byNumber;
    private final ListIndex<String, EverythingSnapshot> byCountryId;
    private final ListIndex<Spot, EverythingSnapshot> bySpot;

    /** A cache on this engine. */
    protected EverythingCache(CacheEngine<EverythingSnapshot, UUID> engine) {
        super(engine);
        byNumber = engine.list(EverythingCacheModel.NUMBER);
        byCountryId = engine.list(EverythingCacheModel.COUNTRY_ID);
        bySpot = engine.list(EverythingCacheModel.SPOT);
    }

    /** Opens this cache on its own, without a group. */
    public static EverythingCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<EverythingCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends Everything> entities) {
        return new InMemory(Caches.inMemory(EverythingCacheModel.MODEL, entities));
    }

    /** Every row with this {@link Everything#number number}, complete, from memory or else from the database. */
    public List<EverythingSnapshot> listByNumber(int number) {
        return byNumber.list(number);
    }

    /** The rows with these values of {@link Everything#number number}, a list for each. */
    public Map<Integer, List<EverythingSnapshot>> listManyByNumber(Collection<Integer> keys) {
        return byNumber.listMany(keys);
    }

    /** Whether the list of this {@link Everything#number number} is in memory. */
    public boolean isCachedByNumber(int number) {
        return byNumber.isCached(number);
    }

    /** Drops the rows with this {@link Everything#number number}, and with them every list of the model. */
    public void invalidateByNumber(int number) {
        byNumber.invalidate(number);
    }

    /** Drops the index by {@link Everything#number number} from this memory; the rows stay reachable by id and other keys. */
    public void clearNumberIndex() {
        byNumber.clear();
    }

    /** Every row with this {@code country}, complete, from memory or else from the database. */
    public List<EverythingSnapshot> listByCountryId(String countryId) {
        return byCountryId.list(countryId);
    }

    /** The rows with these values of {@code country}, a list for each. */
    public Map<String, List<EverythingSnapshot>> listManyByCountryId(Collection<String> keys) {
        return byCountryId.listMany(keys);
    }

    /** Whether the list of this {@code country} is in memory. */
    public boolean isCachedByCountryId(String countryId) {
        return byCountryId.isCached(countryId);
    }

    /** Drops the rows with this {@code country}, and with them every list of the model. */
    public void invalidateByCountryId(String countryId) {
        byCountryId.invalidate(countryId);
    }

    /** Drops the index by {@code country} from this memory; the rows stay reachable by id and other keys. */
    public void clearCountryIdIndex() {
        byCountryId.clear();
    }

    /** Every row with this {@code place.geo.latitude} and {@code price.currency} and {@link Everything#number number}, complete, from memory or else from the database. */
    public List<EverythingSnapshot> listBySpot(double placeGeoLatitude, String priceCurrency,
            int number) {
        return bySpot.list(new Spot(placeGeoLatitude, priceCurrency, number));
    }

    /** The rows with these values of {@code place.geo.latitude} and {@code price.currency} and {@link Everything#number number}, a list for each. */
    public Map<Spot, List<EverythingSnapshot>> listManyBySpot(Collection<Spot> keys) {
        return bySpot.listMany(keys);
    }

    /** Whether the list of this {@code place.geo.latitude} and {@code price.currency} and {@link Everything#number number} is in memory. */
    public boolean isCachedBySpot(double placeGeoLatitude, String priceCurrency, int number) {
        return bySpot.isCached(new Spot(placeGeoLatitude, priceCurrency, number));
    }

    /** Drops the rows with this {@code place.geo.latitude} and {@code price.currency} and {@link Everything#number number}, and with them every list of the model. */
    public void invalidateBySpot(double placeGeoLatitude, String priceCurrency, int number) {
        bySpot.invalidate(new Spot(placeGeoLatitude, priceCurrency, number));
    }

    /** Drops the index by {@code place.geo.latitude} and {@code price.currency} and {@link Everything#number number} from this memory; the rows stay reachable by id and other keys. */
    public void clearSpotIndex() {
        bySpot.clear();
    }

    /**
     * A value of the key {@code place.geo.latitude} and {@code price.currency} and {@link Everything#number number}.
     *
     * @param placeGeoLatitude the attribute {@code place.geo.latitude}
     * @param priceCurrency the attribute {@code price.currency}
     * @param number the attribute {@link Everything#number number}
     */
    public record Spot(double placeGeoLatitude, String priceCurrency, int number) {
        public Spot {
            Objects.requireNonNull(priceCurrency, "priceCurrency");
        }
    }

    /** A {@link EverythingCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends EverythingCache {
        private final MemoryEngine<EverythingSnapshot, UUID> engine;

        private InMemory(MemoryEngine<EverythingSnapshot, UUID> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(Everything everything) {
            engine.put(EverythingSnapshot.of(everything));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(UUID id) {
            return engine.remove(id);
        }
    }
}
