package ids;

import io.turnkey.spi.Fields;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link OrderLine} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link OrderLine#getId() id}
 * @param amount the attribute {@link OrderLine#getAmount() amount}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record OrderLineSnapshot(OrderLineId id, int amount) {
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), OrderLine.class, "id", OrderLineId.class);
    private static final VarHandle AMOUNT = Fields.of(MethodHandles.lookup(), OrderLine.class, "amount", int.class);

    public OrderLineSnapshot {
        Objects.requireNonNull(id, "id");
        id = OrderLineCacheModel.copy(id);
    }

    /** The snapshot of an entity that is in memory. */
    public static OrderLineSnapshot of(OrderLine orderLine) {
        return new OrderLineSnapshot(orderLine.getId(), orderLine.getAmount());
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public OrderLine reference(EntityManager entityManager) {
        return entityManager.getReference(OrderLine.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable OrderLine find(EntityManager entityManager) {
        return entityManager.find(OrderLine.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public OrderLine toEntity(EntityManager entityManager) {
        OrderLine orderLine = new OrderLine();
        ID.set(orderLine, id());
        AMOUNT.set(orderLine, amount());
        return orderLine;
    }

    /** Returns a copy of the attribute {@link OrderLine#getId() id}. */
    @Override
    public OrderLineId id() {
        return OrderLineCacheModel.copy(id);
    }
}
