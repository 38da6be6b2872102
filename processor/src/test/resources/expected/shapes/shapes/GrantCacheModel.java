package shapes;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.Fields;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import shapes.id.Door;
import shapes.id.GrantId;
import shapes.id.Key;
import shapes.id.Role;
import shapes.id.Site;
import shapes.id.Span;
import shapes.id.Spot;

/** What the runtime knows of {@link Grant}. */
@GeneratedModel(
        name = "Grant",
        entity = Grant.class,
        cache = GrantCache.class
)
@SuppressWarnings("deprecation")
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class GrantCacheModel {
    private static final VarHandle ACCOUNT = Fields.of(MethodHandles.lookup(), GrantId.class, "account", String.class);
    private static final VarHandle SINCE = Fields.of(MethodHandles.lookup(), GrantId.class, "since", Date.class);
    private static final VarHandle SPAN = Fields.of(MethodHandles.lookup(), GrantId.class, "span", Span.class);
    private static final VarHandle LAST = Fields.of(MethodHandles.lookup(), Span.class, "last", Integer.class);
    private static final VarHandle SPOT = Fields.of(MethodHandles.lookup(), GrantId.class, "spot", Spot.class);
    private static final VarHandle FIRST = Fields.of(MethodHandles.lookup(), Span.class, "first", int.class);
    private static final VarHandle CODE = Fields.of(MethodHandles.lookup(), Role.Id.class, "code", byte[].class);
    private static final VarHandle REALM = Fields.of(MethodHandles.lookup(), Role.Id.class, "realm", String.class);
    private static final Supplier<Span> NEW_SPAN = Fields.constructor(MethodHandles.lookup(), Span.class);
    private static final Supplier<Role.Id> NEW_ID = Fields.constructor(MethodHandles.lookup(), Role.Id.class);

    static final KeyModel<GrantSnapshot, GrantId> ID = new KeyModel<>(
            "id",
            GrantId.class,
            true,
            "getById",
            List.of(
                    AttributePath.of("id.account"),
                    AttributePath.of("id.since"),
                    AttributePath.of("id.number"),
                    AttributePath.of("id.span.first"),
                    AttributePath.of("id.span.last"),
                    AttributePath.of("id.spot.x"),
                    AttributePath.of("id.spot.y")),
            GrantSnapshot::id,
            id -> Arrays.asList(
                    (String) ACCOUNT.get(id),
                    (Date) SINCE.get(id),
                    id.getNumber(),
                    ((Span) SPAN.get(id)).getFirst(),
                    (Integer) LAST.get((Span) SPAN.get(id)),
                    ((Spot) SPOT.get(id)).x(),
                    ((Spot) SPOT.get(id)).y()),
            GrantCacheModel::copy);

    private static final Projection<GrantSnapshot> PROJECTION = new Projection<>(
            Grant.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.idOf("role"),
                    AttributePath.idOf("entrance"),
                    AttributePath.idOf("site"),
                    AttributePath.idOf("key")),
            List.of(
                    new CollectionPath("others", CollectionPath.Kind.PLAIN, List.of(AttributePath.idOf("")), ""),
                    new CollectionPath("doors", CollectionPath.Kind.PLAIN, List.of(AttributePath.idOf("")), ""),
                    new CollectionPath("sites", CollectionPath.Kind.PLAIN, List.of(AttributePath.idOf("")), ""),
                    new CollectionPath("rows", CollectionPath.Kind.MAP, List.of(AttributePath.of("cells"), AttributePath.of("row")), ""),
                    new CollectionPath("shapes", CollectionPath.Kind.MAP, List.of(
                            AttributePath.of("corners"),
                            AttributePath.of("hashCode"),
                            AttributePath.of("colour"),
                            AttributePath.of("first.name"),
                            AttributePath.idOf("first.role")), ""),
                    new CollectionPath("components", CollectionPath.Kind.MAP, List.of(AttributePath.of("name"), AttributePath.idOf("role")), ""),
                    new CollectionPath("parts", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("name"), AttributePath.idOf("role")), ""),
                    new CollectionPath("outline", CollectionPath.Kind.PLAIN, List.of(
                            AttributePath.of("corners"),
                            AttributePath.of("hashCode"),
                            AttributePath.of("colour"),
                            AttributePath.of("first.name"),
                            AttributePath.idOf("first.role")), "")),
            GrantCacheModel::read);

    static final EntityModel<Grant, GrantSnapshot, GrantId> MODEL = EntityModel
            .<Grant, GrantSnapshot, GrantId>builder(1, "Grant", Grant.class, GrantSnapshot.class)
            .id(ID)
            .projection(PROJECTION)
            .shape(GrantCacheModel::shape)
            .of(GrantSnapshot::of)
            .build();

    private GrantCacheModel() {}

    private static GrantSnapshot read(io.turnkey.spi.Row row) {
        return new GrantSnapshot(
                row.get(0),
                row.get(1),
                row.set(0, element -> element.get(0)),
                row.set(1, element -> element.get(0)),
                row.get(2),
                row.get(3),
                row.set(2, element -> element.get(0)),
                row.get(4),
                row.map(3, element -> GrantSnapshot.ShapeSnapshot.of(element.<Shape>get(2)), element -> element.allNull(0, 2) ? null : new Row(element.<long[]>get(0), element.<Integer>get(1))),
                row.map(4, element -> element.get(5), element -> element.allNull(0, 5) ? null : new GrantSnapshot.ShapeSnapshot(
                        element.get(0),
                        element.get(1),
                        element.get(2),
                        element.allNull(3, 5) ? null : new GrantSnapshot.ComponentSnapshot(element.get(3), element.get(4)))),
                row.map(5, element -> element.get(2), element -> element.allNull(0, 2) ? null : new GrantSnapshot.ComponentSnapshot(element.get(0), element.get(1))),
                row.set(6, element -> element.allNull(0, 2) ? null : new GrantSnapshot.ComponentSnapshot(element.get(0), element.get(1))),
                row.list(7, element -> element.allNull(0, 5) ? null : new GrantSnapshot.ShapeSnapshot(
                        element.get(0),
                        element.get(1),
                        element.get(2),
                        element.allNull(3, 5) ? null : new GrantSnapshot.ComponentSnapshot(element.get(3), element.get(4)))));
    }

    private static Composite<GrantSnapshot> shape() {
        Composite<Span> span = new Composite<>(
                Span.class,
                List.of(
                        Component.of("first", io.turnkey.spi.Shape.of(int.class), Span::getFirst),
                        Component.of("last", io.turnkey.spi.Shape.of(Integer.class), id -> LAST.get(id))),
                GrantCacheModel::makeSpan);
        Composite<Spot> spot = new Composite<>(
                Spot.class,
                List.of(
                        Component.of("x", io.turnkey.spi.Shape.of(double.class), Spot::x),
                        Component.of("y", io.turnkey.spi.Shape.of(Double.class), Spot::y)),
                row -> new Spot((double) row.get(0), row.<Double>get(1)));
        Composite<GrantId> grantId = new Composite<>(
                GrantId.class,
                List.of(
                        Component.of("account", io.turnkey.spi.Shape.of(String.class), id -> ACCOUNT.get(id)),
                        Component.of("since", io.turnkey.spi.Shape.of(Date.class), id -> SINCE.get(id)),
                        Component.of("number", io.turnkey.spi.Shape.of(int.class), GrantId::getNumber),
                        Component.of("span", span, id -> SPAN.get(id)),
                        Component.of("spot", spot, id -> SPOT.get(id))),
                GrantCacheModel::makeGrantId);
        Composite<Role.Id> roleId = new Composite<>(
                Role.Id.class,
                List.of(
                        Component.of("realm", io.turnkey.spi.Shape.of(String.class), Role.Id::getRealm),
                        Component.of("code", io.turnkey.spi.Shape.of(byte[].class), id -> CODE.get(id))),
                GrantCacheModel::makeRoleId);
        Composite<Door.Id> doorId = new Composite<>(
                Door.Id.class,
                List.of(
                        Component.of("spot", spot, Door.Id::spot),
                        Component.of("floor", io.turnkey.spi.Shape.of(String.class), Door.Id::floor)),
                row -> new Door.Id(row.<Spot>get(0), row.<String>get(1)));
        Composite<GrantSnapshot.ComponentSnapshot> component = new Composite<>(
                GrantSnapshot.ComponentSnapshot.class,
                List.of(
                        Component.of("name", io.turnkey.spi.Shape.of(String.class), GrantSnapshot.ComponentSnapshot::name),
                        Component.of("roleId", "role", roleId, GrantSnapshot.ComponentSnapshot::roleId)),
                row -> new GrantSnapshot.ComponentSnapshot(row.get(0), row.get(1)));
        Composite<GrantSnapshot.ShapeSnapshot> shape = new Composite<>(
                GrantSnapshot.ShapeSnapshot.class,
                List.of(
                        Component.of("corners", io.turnkey.spi.Shape.of(int.class), GrantSnapshot.ShapeSnapshot::corners),
                        Component.of("hashCode_", "hashCode", io.turnkey.spi.Shape.of(String.class), GrantSnapshot.ShapeSnapshot::hashCode_),
                        Component.of("colour", io.turnkey.spi.Shape.of(String.class), GrantSnapshot.ShapeSnapshot::colour),
                        Component.of("first", component, GrantSnapshot.ShapeSnapshot::first)),
                row -> new GrantSnapshot.ShapeSnapshot(row.get(0), row.get(1), row.get(2), row.get(3)));
        Composite<Row> row_ = new Composite<>(
                Row.class,
                List.of(
                        Component.of("cells", io.turnkey.spi.Shape.of(long[].class), Row::cells),
                        Component.of("row", io.turnkey.spi.Shape.of(Integer.class), Row::row)),
                row -> new Row(row.<long[]>get(0), row.<Integer>get(1)));
        return new Composite<>(
                GrantSnapshot.class,
                List.<Component<GrantSnapshot>>of(
                        Component.of("id", grantId, GrantSnapshot::id),
                        Component.of("roleId", "role", roleId, GrantSnapshot::roleId),
                        Component.of("otherIds", "others", io.turnkey.spi.Shape.set(roleId), GrantSnapshot::otherIds),
                        Component.of("doorIds", "doors", io.turnkey.spi.Shape.set(doorId), GrantSnapshot::doorIds),
                        Component.of("entranceId", "entrance", doorId, GrantSnapshot::entranceId),
                        Component.of("siteId", "site", io.turnkey.spi.Shape.of(Site.Id.class), GrantSnapshot::siteId),
                        Component.of("siteIds", "sites", io.turnkey.spi.Shape.set(io.turnkey.spi.Shape.of(Site.Id.class)), GrantSnapshot::siteIds),
                        Component.of("keyId", "key", io.turnkey.spi.Shape.of(Key.Id.class), GrantSnapshot::keyId),
                        Component.of("rows", io.turnkey.spi.Shape.map(shape, row_), GrantSnapshot::rows),
                        Component.of("shapes", io.turnkey.spi.Shape.map(row_, shape), GrantSnapshot::shapes),
                        Component.of("components", io.turnkey.spi.Shape.map(doorId, component), GrantSnapshot::components),
                        Component.of("parts", io.turnkey.spi.Shape.set(component), GrantSnapshot::parts),
                        Component.of("outline", io.turnkey.spi.Shape.list(shape), GrantSnapshot::outline)),
                GrantCacheModel::make);
    }

    private static GrantSnapshot make(io.turnkey.spi.Row row) {
        return new GrantSnapshot(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12));
    }

    private static Span makeSpan(io.turnkey.spi.Row row) {
        Span id = NEW_SPAN.get();
        FIRST.set(id, (int) row.get(0));
        LAST.set(id, row.<Integer>get(1));
        return id;
    }

    private static GrantId makeGrantId(io.turnkey.spi.Row row) {
        GrantId id = new GrantId();
        ACCOUNT.set(id, row.<String>get(0));
        SINCE.set(id, row.<Date>get(1));
        id.setNumber((int) row.get(2));
        SPAN.set(id, row.<Span>get(3));
        SPOT.set(id, row.<Spot>get(4));
        return id;
    }

    private static Role.Id makeRoleId(io.turnkey.spi.Row row) {
        Role.Id id = NEW_ID.get();
        REALM.set(id, row.<String>get(0));
        CODE.set(id, row.<byte[]>get(1));
        return id;
    }

    static GrantId copy(GrantId id) {
        GrantId copy = new GrantId();
        ACCOUNT.set(copy, (String) ACCOUNT.get(id));
        SINCE.set(copy, (Date) SINCE.get(id) == null ? null : (Date) ((Date) SINCE.get(id)).clone());
        copy.setNumber(id.getNumber());
        SPAN.set(copy, (Span) SPAN.get(id));
        SPOT.set(copy, (Spot) SPOT.get(id));
        return copy;
    }

    static Role.Id copy(Role.Id id) {
        Role.Id copy = NEW_ID.get();
        REALM.set(copy, id.getRealm());
        CODE.set(copy, (byte[]) CODE.get(id) == null ? null : ((byte[]) CODE.get(id)).clone());
        return copy;
    }
}
