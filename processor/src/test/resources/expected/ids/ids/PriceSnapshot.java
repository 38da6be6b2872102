package ids;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Price} held when it was read: immutable, and shared by all callers.
 *
 * @param sku the attribute {@link Price#sku sku}
 * @param currency the attribute {@link Price#currency currency}
 * @param cents the attribute {@link Price#cents cents}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record PriceSnapshot(String sku, String currency, long cents) {
    public PriceSnapshot {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(currency, "currency");
    }

    /** The snapshot of an entity that is in memory. */
    public static PriceSnapshot of(Price price) {
        Price real = Caches.unproxy(price);
        return new PriceSnapshot(real.sku, real.currency, real.cents);
    }

    /** The row's id. */
    public Price.Key id() {
        return PriceCacheModel.id(this);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Price reference(EntityManager entityManager) {
        return entityManager.getReference(Price.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Price find(EntityManager entityManager) {
        return entityManager.find(Price.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Price toEntity(EntityManager entityManager) {
        Price price = new Price();
        price.sku = sku();
        price.currency = currency();
        price.cents = cents();
        return price;
    }
}
