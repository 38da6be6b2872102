package shop;

import io.turnkey.CacheOptions;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What the runtime knows of {@link User}. */
@GeneratedModel(
        name = "User",
        entity = User.class,
        cache = UserCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class UserCacheModel {
    static final KeyModel<UserSnapshot, Long> ID = KeyModel.unique(
            "id",
            Long.class,
            "getById",
            AttributePath.of("id"),
            UserSnapshot::id);

    static final KeyModel<UserSnapshot, String> EMAIL = KeyModel.unique(
            "email",
            String.class,
            "getByEmail",
            AttributePath.of("email"),
            UserSnapshot::email);

    static final KeyModel<UserSnapshot, Status> STATUS = KeyModel.listed(
            "status",
            Status.class,
            "listByStatus",
            AttributePath.of("status"),
            UserSnapshot::status);

    static final KeyModel<UserSnapshot, Long> ORGANIZATION_ID = KeyModel.listed(
            "organizationId",
            Long.class,
            "listByOrganizationId",
            AttributePath.idOf("organization"),
            UserSnapshot::organizationId);

    static final KeyModel<UserSnapshot, UserCache.TenantIdAndLogin> TENANT_ID_AND_LOGIN = new KeyModel<>(
            "tenantIdAndLogin",
            UserCache.TenantIdAndLogin.class,
            true,
            "getByTenantIdAndLogin",
            List.of(AttributePath.of("tenantId"), AttributePath.of("login")),
            UserCacheModel::tenantIdAndLoginOf,
            key -> List.of(key.tenantId(), key.login()),
            UnaryOperator.identity());

    private static final Projection<UserSnapshot> PROJECTION = new Projection<>(
            User.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("email"),
                    AttributePath.of("tenantId"),
                    AttributePath.of("login"),
                    AttributePath.of("status"),
                    AttributePath.of("version"),
                    AttributePath.of("avatar"),
                    AttributePath.of("passwordHash"),
                    AttributePath.of("address.street"),
                    AttributePath.of("address.city"),
                    AttributePath.idOf("organization"),
                    AttributePath.of("createdAt")),
            List.of(
                    new CollectionPath("tags", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("former", CollectionPath.Kind.INDEXED, List.of(AttributePath.of("street"), AttributePath.of("city")), ""),
                    new CollectionPath("memberships", CollectionPath.Kind.PLAIN, List.of(AttributePath.idOf("")), "")),
            UserCacheModel::read);

    static final EntityModel<User, UserSnapshot, Long> MODEL = EntityModel
            .<User, UserSnapshot, Long>builder(1, "User", User.class, UserSnapshot.class)
            .options(CacheOptions.builder()
                    .ttl(Duration.ofMinutes(10))
                    .maxSize(20_000)
                    .build())
            .id(ID)
            .keys(List.of(EMAIL, STATUS, ORGANIZATION_ID, TENANT_ID_AND_LOGIN))
            .projection(PROJECTION)
            .shape(UserCacheModel::shape)
            .of(UserSnapshot::of)
            .version(UserSnapshot::version)
            .build();

    private UserCacheModel() {}

    private static UserCache.@Nullable TenantIdAndLogin tenantIdAndLoginOf(UserSnapshot snapshot) {
        Long tenantId = snapshot.tenantId();
        String login = snapshot.login();
        return tenantId == null || login == null ? null : new UserCache.TenantIdAndLogin(tenantId, login);
    }

    private static UserSnapshot read(Row row) {
        return new UserSnapshot(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.allNull(8, 10) ? null : new UserSnapshot.AddressSnapshot(row.get(8), row.get(9)),
                row.set(0, element -> element.get(0)),
                row.list(1, element -> element.allNull(0, 2) ? null : new UserSnapshot.AddressSnapshot(element.get(0), element.get(1))),
                row.get(10),
                row.set(2, element -> element.get(0)),
                row.get(11));
    }

    private static Composite<UserSnapshot> shape() {
        Composite<UserSnapshot.AddressSnapshot> address = new Composite<>(
                UserSnapshot.AddressSnapshot.class,
                List.of(
                        Component.of("street", Shape.of(String.class), UserSnapshot.AddressSnapshot::street),
                        Component.of("city", Shape.of(String.class), UserSnapshot.AddressSnapshot::city)),
                row -> new UserSnapshot.AddressSnapshot(row.get(0), row.get(1)));
        return new Composite<>(
                UserSnapshot.class,
                List.<Component<UserSnapshot>>of(
                        Component.of("id", Shape.of(Long.class), UserSnapshot::id),
                        Component.of("email", Shape.of(String.class), UserSnapshot::email),
                        Component.of("tenantId", Shape.of(Long.class), UserSnapshot::tenantId),
                        Component.of("login", Shape.of(String.class), UserSnapshot::login),
                        Component.of("status", Shape.of(Status.class), UserSnapshot::status),
                        Component.of("version", Shape.of(int.class), UserSnapshot::version),
                        Component.of("avatar", Shape.of(byte[].class), UserSnapshot::avatar),
                        Component.of("passwordHash", Shape.of(String.class), UserSnapshot::passwordHash),
                        Component.of("address", address, UserSnapshot::address),
                        Component.of("tags", Shape.set(Shape.of(String.class)), UserSnapshot::tags),
                        Component.of("former", Shape.list(address), UserSnapshot::former),
                        Component.of("organizationId", "organization", Shape.of(Long.class), UserSnapshot::organizationId),
                        Component.of("membershipIds", "memberships", Shape.set(Shape.of(Long.class)), UserSnapshot::membershipIds),
                        Component.of("createdAt", Shape.of(Instant.class), UserSnapshot::createdAt)),
                UserCacheModel::make);
    }

    private static UserSnapshot make(Row row) {
        return new UserSnapshot(
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
                row.get(12),
                row.get(13));
    }
}
