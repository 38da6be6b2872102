package shop;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Fields;
import io.turnkey.spi.Snapshots;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link User} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link User#getId() id}
 * @param email the attribute {@link User#getEmail() email}
 * @param tenantId the attribute {@link User#getTenantId() tenantId}
 * @param login the attribute {@link User#getLogin() login}
 * @param status the attribute {@link User#getStatus() status}
 * @param version the attribute {@code version}
 * @param avatar the attribute {@link User#getAvatar() avatar}
 * @param passwordHash the attribute {@code passwordHash}
 * @param address the attribute {@link User#getAddress() address}
 * @param tags the attribute {@code tags}
 * @param former the attribute {@code former}
 * @param organizationId the id of {@code organization}
 * @param membershipIds the ids of {@code memberships}
 * @param createdAt the attribute {@code createdAt}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record UserSnapshot(
        Long id,
        @Nullable String email,
        @Nullable Long tenantId,
        @Nullable String login,
        @Nullable Status status,
        int version,
        byte @Nullable [] avatar,
        @Nullable String passwordHash,
        UserSnapshot.@Nullable AddressSnapshot address,
        @Nullable Set<String> tags,
        @Nullable List<UserSnapshot.AddressSnapshot> former,
        @Nullable Long organizationId,
        @Nullable Set<Long> membershipIds,
        @Nullable Instant createdAt) {
    private static final VarHandle VERSION = Fields.of(MethodHandles.lookup(), User.class, "version", int.class);
    private static final VarHandle PASSWORD_HASH = Fields.of(MethodHandles.lookup(), User.class, "passwordHash", String.class);
    private static final VarHandle TAGS = Fields.of(MethodHandles.lookup(), User.class, "tags", Set.class);
    private static final VarHandle FORMER = Fields.of(MethodHandles.lookup(), User.class, "former", List.class);
    private static final VarHandle ORGANIZATION = Fields.of(MethodHandles.lookup(), User.class, "organization", Organization.class);
    private static final VarHandle MEMBERSHIPS = Fields.of(MethodHandles.lookup(), User.class, "memberships", Set.class);
    private static final VarHandle CREATED_AT = Fields.of(MethodHandles.lookup(), User.class, "createdAt", Instant.class);

    public UserSnapshot {
        Objects.requireNonNull(id, "id");
        avatar = avatar == null ? null : avatar.clone();
        tags = Snapshots.set(tags);
        former = Snapshots.list(former);
        membershipIds = Snapshots.set(membershipIds);
    }

    /** The snapshot of an entity that is in memory. */
    @SuppressWarnings("unchecked")
    public static UserSnapshot of(User user) {
        User real = Caches.unproxy(user);
        Organization organization = (Organization) ORGANIZATION.get(real);
        return new UserSnapshot(
                real.getId(),
                real.getEmail(),
                real.getTenantId(),
                real.getLogin(),
                real.getStatus(),
                (int) VERSION.get(real),
                real.getAvatar(),
                (String) PASSWORD_HASH.get(real),
                AddressSnapshot.of(real.getAddress()),
                Snapshots.set((Collection<String>) TAGS.get(real)),
                Snapshots.list((Collection<Address>) FORMER.get(real), AddressSnapshot::of),
                organization == null ? null : organization.getId(),
                Snapshots.set((Collection<Organization>) MEMBERSHIPS.get(real), Organization::getId),
                (Instant) CREATED_AT.get(real));
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public User reference(EntityManager entityManager) {
        return entityManager.getReference(User.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable User find(EntityManager entityManager) {
        return entityManager.find(User.class, id());
    }

    /** Returns a copy of the attribute {@link User#getAvatar() avatar}. */
    @Override
    public byte @Nullable [] avatar() {
        return avatar == null ? null : avatar.clone();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof UserSnapshot other
                && Objects.equals(id, other.id)
                && Objects.equals(email, other.email)
                && Objects.equals(tenantId, other.tenantId)
                && Objects.equals(login, other.login)
                && Objects.equals(status, other.status)
                && version == other.version
                && Arrays.equals(avatar, other.avatar)
                && Objects.equals(passwordHash, other.passwordHash)
                && Objects.equals(address, other.address)
                && Objects.equals(tags, other.tags)
                && Objects.equals(former, other.former)
                && Objects.equals(organizationId, other.organizationId)
                && Objects.equals(membershipIds, other.membershipIds)
                && Objects.equals(createdAt, other.createdAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                id,
                email,
                tenantId,
                login,
                status,
                version,
                Arrays.hashCode(avatar),
                passwordHash,
                address,
                tags,
                former,
                organizationId,
                membershipIds,
                createdAt);
    }

    @Override
    public String toString() {
        return "UserSnapshot["
                + "id=" + id
                + ", email=" + email
                + ", tenantId=" + tenantId
                + ", login=" + login
                + ", status=" + status
                + ", version=" + version
                + ", avatar=" + (avatar == null ? null : "byte[" + avatar.length + "]")
                + ", passwordHash=***"
                + ", address=" + address
                + ", tags=" + tags
                + ", former=" + former
                + ", organizationId=" + organizationId
                + ", membershipIds=" + membershipIds
                + ", createdAt=" + createdAt
                + "]";
    }

    /**
     * What {@link Address} held.
     *
     * @param street the attribute {@link Address#getStreet() street}
     * @param city the attribute {@link Address#getCity() city}
     */
    public record AddressSnapshot(@Nullable String street, @Nullable String city) {
        /** The same values; {@code null} for {@code null}. */
        public static @Nullable AddressSnapshot of(@Nullable Address address) {
            if (address == null) {
                return null;
            }
            return new AddressSnapshot(address.getStreet(), address.getCity());
        }
    }
}
