package ids;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.Fields;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link OrderLine}. */
@GeneratedModel(
        name = "OrderLine",
        entity = OrderLine.class,
        cache = OrderLineCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class OrderLineCacheModel {
    private static final VarHandle PLACED = Fields.of(MethodHandles.lookup(), OrderLineId.class, "placed", Date.class);
    private static final VarHandle ORDER_NO = Fields.of(MethodHandles.lookup(), OrderLineId.class, "orderNo", long.class);
    private static final VarHandle POSITION = Fields.of(MethodHandles.lookup(), OrderLineId.class, "position", String.class);

    static final KeyModel<OrderLineSnapshot, OrderLineId> ID = new KeyModel<>(
            "id",
            OrderLineId.class,
            true,
            "getById",
            List.of(
                    AttributePath.of("id.orderNo"),
                    AttributePath.of("id.position"),
                    AttributePath.of("id.placed")),
            OrderLineSnapshot::id,
            id -> Arrays.asList(id.getOrderNo(), id.getPosition(), (Date) PLACED.get(id)),
            OrderLineCacheModel::copy);

    private static final Projection<OrderLineSnapshot> PROJECTION = new Projection<>(
            OrderLine.class,
            List.of(AttributePath.of("id"), AttributePath.of("amount")),
            List.of(),
            OrderLineCacheModel::read);

    static final EntityModel<OrderLine, OrderLineSnapshot, OrderLineId> MODEL = EntityModel
            .<OrderLine, OrderLineSnapshot, OrderLineId>builder(1, "OrderLine", OrderLine.class, OrderLineSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(OrderLineCacheModel::shape)
            .of(OrderLineSnapshot::of)
            .build();

    private OrderLineCacheModel() {}

    private static OrderLineSnapshot read(Row row) {
        return new OrderLineSnapshot(row.get(0), row.get(1));
    }

    private static Composite<OrderLineSnapshot> shape() {
        Composite<OrderLineId> orderLineId = new Composite<>(
                OrderLineId.class,
                List.of(
                        Component.of("orderNo", Shape.of(long.class), OrderLineId::getOrderNo),
                        Component.of("position", Shape.of(String.class), OrderLineId::getPosition),
                        Component.of("placed", Shape.of(Date.class), id -> PLACED.get(id))),
                OrderLineCacheModel::makeOrderLineId);
        return new Composite<>(
                OrderLineSnapshot.class,
                List.of(
                        Component.of("id", orderLineId, OrderLineSnapshot::id),
                        Component.of("amount", Shape.of(int.class), OrderLineSnapshot::amount)),
                OrderLineCacheModel::read);
    }

    private static OrderLineId makeOrderLineId(Row row) {
        OrderLineId id = new OrderLineId();
        ORDER_NO.set(id, (long) row.get(0));
        POSITION.set(id, row.<String>get(1));
        PLACED.set(id, row.<Date>get(2));
        return id;
    }

    static OrderLineId copy(OrderLineId id) {
        OrderLineId copy = new OrderLineId();
        ORDER_NO.set(copy, id.getOrderNo());
        POSITION.set(copy, id.getPosition());
        PLACED.set(copy, (Date) PLACED.get(id) == null ? null : (Date) ((Date) PLACED.get(id)).clone());
        return copy;
    }
}
