package shapes;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Fields;
import io.turnkey.spi.Snapshots;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import shapes.id.Door;
import shapes.id.GrantId;
import shapes.id.Key;
import shapes.id.Role;
import shapes.id.Site;

/**
 * What a row of {@link Grant} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@code id}
 * @param roleId the id of {@code role}
 * @param otherIds the ids of {@code others}
 * @param doorIds the ids of {@code doors}
 * @param entranceId the id of {@code entrance}
 * @param siteId the id of {@code site}
 * @param siteIds the ids of {@code sites}
 * @param keyId the id of {@code key}
 * @param rows the attribute {@code rows}
 * @param shapes the attribute {@code shapes}
 * @param components the attribute {@code components}
 * @param parts the attribute {@code parts}
 * @param outline the attribute {@code outline}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record GrantSnapshot(
        GrantId id,
        Role.@Nullable Id roleId,
        @Nullable Set<Role.Id> otherIds,
        @Nullable Set<Door.Id> doorIds,
        Door.@Nullable Id entranceId,
        Site.@Nullable Id siteId,
        @Nullable Set<Site.Id> siteIds,
        Key.@Nullable Id keyId,
        @Nullable Map<GrantSnapshot.ShapeSnapshot, Row> rows,
        @Nullable Map<Row, GrantSnapshot.ShapeSnapshot> shapes,
        @Nullable Map<Door.Id, GrantSnapshot.ComponentSnapshot> components,
        @Nullable Set<GrantSnapshot.ComponentSnapshot> parts,
        @Nullable List<GrantSnapshot.ShapeSnapshot> outline) {
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Grant.class, "id", GrantId.class);
    private static final VarHandle ROLE = Fields.of(MethodHandles.lookup(), Grant.class, "role", Role.class);
    private static final VarHandle OTHERS = Fields.of(MethodHandles.lookup(), Grant.class, "others", Set.class);
    private static final VarHandle DOORS = Fields.of(MethodHandles.lookup(), Grant.class, "doors", Set.class);
    private static final VarHandle DOOR_ID = Fields.of(MethodHandles.lookup(), Door.class, "id", Door.Id.class);
    private static final VarHandle ENTRANCE = Fields.of(MethodHandles.lookup(), Grant.class, "entrance", Door.class);
    private static final VarHandle SITE = Fields.of(MethodHandles.lookup(), Grant.class, "site", Site.class);
    private static final VarHandle SITE_ID = Fields.of(MethodHandles.lookup(), Site.class, "id", Site.Id.class);
    private static final VarHandle SITES = Fields.of(MethodHandles.lookup(), Grant.class, "sites", Set.class);
    private static final VarHandle KEY = Fields.of(MethodHandles.lookup(), Grant.class, "key", Key.class);
    private static final VarHandle KEY_ID = Fields.of(MethodHandles.lookup(), Key.class, "id", Key.Id.class);
    private static final VarHandle ROWS = Fields.of(MethodHandles.lookup(), Grant.class, "rows", Map.class);
    private static final VarHandle SHAPES = Fields.of(MethodHandles.lookup(), Grant.class, "shapes", Map.class);
    private static final VarHandle COMPONENTS = Fields.of(MethodHandles.lookup(), Grant.class, "components", Map.class);
    private static final VarHandle PARTS = Fields.of(MethodHandles.lookup(), Grant.class, "parts", Set.class);
    private static final VarHandle OUTLINE = Fields.of(MethodHandles.lookup(), Grant.class, "outline", List.class);

    public GrantSnapshot {
        Objects.requireNonNull(id, "id");
        id = GrantCacheModel.copy(id);
        roleId = roleId == null ? null : GrantCacheModel.copy(roleId);
        otherIds = Snapshots.set(otherIds);
        doorIds = Snapshots.set(doorIds);
        siteIds = Snapshots.set(siteIds);
        rows = Snapshots.map(rows);
        shapes = Snapshots.map(shapes);
        components = Snapshots.map(components);
        parts = Snapshots.set(parts);
        outline = Snapshots.list(outline);
    }

    /** The snapshot of an entity that is in memory. */
    @SuppressWarnings("unchecked")
    public static GrantSnapshot of(Grant grant) {
        Grant real = Caches.unproxy(grant);
        Role role = (Role) ROLE.get(real);
        Door entrance = (Door) ENTRANCE.get(real);
        Site site = (Site) SITE.get(real);
        Key key = (Key) KEY.get(real);
        return new GrantSnapshot(
                (GrantId) ID.get(real),
                role == null ? null : role.getId(),
                Snapshots.set((Collection<Role>) OTHERS.get(real), Role::getId),
                Snapshots.set((Collection<Door>) DOORS.get(real), target -> Caches.idOf(target, each -> (Door.Id) DOOR_ID.get(each))),
                entrance == null ? null : Caches.idOf(entrance, each -> (Door.Id) DOOR_ID.get(each)),
                site == null ? null : Caches.idOf(site, each -> (Site.Id) SITE_ID.get(each)),
                Snapshots.set((Collection<Site>) SITES.get(real), target -> Caches.idOf(target, each -> (Site.Id) SITE_ID.get(each))),
                key == null ? null : Caches.idOf(key, each -> (Key.Id) KEY_ID.get(each)),
                Snapshots.map((Map<Shape, Row>) ROWS.get(real), ShapeSnapshot::of, Function.identity()),
                Snapshots.map((Map<Row, Shape>) SHAPES.get(real), Function.identity(), ShapeSnapshot::of),
                Snapshots.map((Map<Door, Component>) COMPONENTS.get(real), target -> Caches.idOf(target, each -> (Door.Id) DOOR_ID.get(each)), ComponentSnapshot::of),
                Snapshots.set((Collection<Component>) PARTS.get(real), ComponentSnapshot::of),
                Snapshots.list((Collection<Shape>) OUTLINE.get(real), ShapeSnapshot::of));
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Grant reference(EntityManager entityManager) {
        return entityManager.getReference(Grant.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Grant find(EntityManager entityManager) {
        return entityManager.find(Grant.class, id());
    }

    /** Returns a copy of the attribute {@code id}. */
    @Override
    public GrantId id() {
        return GrantCacheModel.copy(id);
    }

    /** Returns a copy of the id of {@code role}. */
    @Override
    public Role.@Nullable Id roleId() {
        return roleId == null ? null : GrantCacheModel.copy(roleId);
    }

    /**
     * What {@link Shape} held.
     *
     * @param corners the attribute {@link Shape#corners corners}
     * @param hashCode_ the attribute {@code hashCode}
     * @param colour the attribute {@link Shape#colour colour}
     * @param first the attribute {@link Shape#first first}
     */
    public record ShapeSnapshot(
            int corners,
            @Nullable String hashCode_,
            @Nullable String colour,
            @Nullable ComponentSnapshot first) {
        private static final VarHandle HASH_CODE = Fields.of(MethodHandles.lookup(), Shape.class, "hashCode", String.class);

        /** The same values; {@code null} for {@code null}. */
        public static @Nullable ShapeSnapshot of(@Nullable Shape shape) {
            if (shape == null) {
                return null;
            }
            return new ShapeSnapshot(
                    shape.corners,
                    (String) HASH_CODE.get(shape),
                    shape.colour,
                    ComponentSnapshot.of(shape.first));
        }
    }

    /**
     * What {@link Component} held.
     *
     * @param name the attribute {@link Component#name name}
     * @param roleId the id of {@link Component#role role}
     */
    public record ComponentSnapshot(@Nullable String name, Role.@Nullable Id roleId) {
        public ComponentSnapshot {
            roleId = roleId == null ? null : GrantCacheModel.copy(roleId);
        }

        /** The same values; {@code null} for {@code null}. */
        public static @Nullable ComponentSnapshot of(@Nullable Component component) {
            if (component == null) {
                return null;
            }
            Role role = component.role;
            return new ComponentSnapshot(component.name, role == null ? null : role.getId());
        }

        /** Returns a copy of the id of {@link Component#role role}. */
        @Override
        public Role.@Nullable Id roleId() {
            return roleId == null ? null : GrantCacheModel.copy(roleId);
        }
    }
}
