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
import java.util.Date;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What the runtime knows of {@link Note}. */
@GeneratedModel(
        name = "Note",
        entity = Note.class,
        cache = NoteCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
final class NoteCacheModel {
    private static final VarHandle PLACED = Fields.of(MethodHandles.lookup(), OrderLineId.class, "placed", Date.class);
    private static final VarHandle ORDER_NO = Fields.of(MethodHandles.lookup(), OrderLineId.class, "orderNo", long.class);
    private static final VarHandle POSITION = Fields.of(MethodHandles.lookup(), OrderLineId.class, "position", String.class);

    static final KeyModel<NoteSnapshot, String> ID = KeyModel.unique(
            "id",
            String.class,
            "getById",
            AttributePath.of("id"),
            NoteSnapshot::id);

    static final KeyModel<NoteSnapshot, OrderLineId> LINE_ID = new KeyModel<>(
            "lineId",
            OrderLineId.class,
            false,
            "listByLineId",
            List.of(AttributePath.idOf("line")),
            NoteSnapshot::lineId,
            List::of,
            NoteCacheModel::copy);

    static final KeyModel<NoteSnapshot, NoteCache.LineIdAndAuthor> LINE_ID_AND_AUTHOR = new KeyModel<>(
            "lineIdAndAuthor",
            NoteCache.LineIdAndAuthor.class,
            false,
            "listByLineIdAndAuthor",
            List.of(AttributePath.idOf("line"), AttributePath.of("author")),
            NoteCacheModel::lineIdAndAuthorOf,
            key -> List.of(key.lineId(), key.author()),
            key -> new NoteCache.LineIdAndAuthor(NoteCacheModel.copy(key.lineId()), key.author()));

    private static final Projection<NoteSnapshot> PROJECTION = new Projection<>(
            Note.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.idOf("line"),
                    AttributePath.of("author")),
            List.of(),
            NoteCacheModel::read);

    static final EntityModel<Note, NoteSnapshot, String> MODEL = EntityModel
            .<Note, NoteSnapshot, String>builder(1, "Note", Note.class, NoteSnapshot.class)
            .id(ID)
            .keys(List.of(LINE_ID, LINE_ID_AND_AUTHOR))
            .projection(PROJECTION)
            .shape(NoteCacheModel::shape)
            .of(NoteSnapshot::of)
            .build();

    private NoteCacheModel() {}

    private static NoteCache.@Nullable LineIdAndAuthor lineIdAndAuthorOf(NoteSnapshot snapshot) {
        OrderLineId lineId = snapshot.lineId();
        String author = snapshot.author();
        return lineId == null || author == null ? null : new NoteCache.LineIdAndAuthor(lineId, author);
    }

    private static NoteSnapshot read(Row row) {
        return new NoteSnapshot(row.get(0), row.get(1), row.get(2));
    }

    private static Composite<NoteSnapshot> shape() {
        Composite<OrderLineId> orderLineId = new Composite<>(
                OrderLineId.class,
                List.of(
                        Component.of("orderNo", Shape.of(long.class), OrderLineId::getOrderNo),
                        Component.of("position", Shape.of(String.class), OrderLineId::getPosition),
                        Component.of("placed", Shape.of(Date.class), id -> PLACED.get(id))),
                NoteCacheModel::makeOrderLineId);
        return new Composite<>(
                NoteSnapshot.class,
                List.of(
                        Component.of("id", Shape.of(String.class), NoteSnapshot::id),
                        Component.of("lineId", "line", orderLineId, NoteSnapshot::lineId),
                        Component.of("author", Shape.of(String.class), NoteSnapshot::author)),
                NoteCacheModel::read);
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
