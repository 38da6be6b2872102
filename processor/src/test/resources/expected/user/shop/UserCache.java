package shop;

import io.turnkey.CacheLoadException;
import io.turnkey.EntityCache;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.Caches;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.ListIndex;
import io.turnkey.spi.MemoryEngine;
import io.turnkey.spi.UniqueIndex;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The cache of {@link User}: snapshots of its rows, found by id and by every key. */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public class UserCache extends GeneratedCache<UserSnapshot, Long> {
    /** What a group makes this cache of. */
    public static final CacheDefinition<UserCache, UserSnapshot, Long> DEFINITION = new CacheDefinition<>(
            UserCache.class,
            UserCacheModel.MODEL,
            UserCache::new);

    private final UniqueIndex<String, UserSnapshot> byEmail;
    private final ListIndex<Status, UserSnapshot> byStatus;
    private final ListIndex<Long, UserSnapshot> byOrganizationId;
    private final UniqueIndex<TenantIdAndLogin, UserSnapshot> byTenantIdAndLogin;

    /** A cache on this engine. */
    protected UserCache(CacheEngine<UserSnapshot, Long> engine) {
        super(engine);
        byEmail = engine.unique(UserCacheModel.EMAIL);
        byStatus = engine.list(UserCacheModel.STATUS);
        byOrganizationId = engine.list(UserCacheModel.ORGANIZATION_ID);
        byTenantIdAndLogin = engine.unique(UserCacheModel.TENANT_ID_AND_LOGIN);
    }

    /** Opens this cache on its own, without a group. */
    public static UserCache open(EntityManagerFactory entityManagerFactory) {
        return builder().open(entityManagerFactory);
    }

    /** Configures this cache before it is opened on its own. */
    public static EntityCache.Builder<UserCache> builder() {
        return Caches.single(DEFINITION);
    }

    /** A cache of these entities, for tests: without database or threads. */
    public static InMemory inMemory(Collection<? extends User> entities) {
        return new InMemory(Caches.inMemory(UserCacheModel.MODEL, entities));
    }

    /** The row with this {@link User#getEmail() email}, from memory or else from the database. */
    public Optional<UserSnapshot> getByEmail(String email) {
        return byEmail.get(email);
    }

    /** The rows with these values of {@link User#getEmail() email}, in their order, without those that do not exist. */
    public Map<String, UserSnapshot> getManyByEmail(Collection<String> keys) {
        return byEmail.getMany(keys);
    }

    /** The row with this {@link User#getEmail() email} if it is in memory; never reads the database. */
    public Optional<UserSnapshot> peekByEmail(String email) {
        return byEmail.peek(email);
    }

    /** Whether the row with this {@link User#getEmail() email} is in memory. */
    public boolean isCachedByEmail(String email) {
        return byEmail.isCached(email);
    }

    /**
     * Drops the row with this {@link User#getEmail() email}, whether or not it is in memory. If this value is not, the database is asked for the row's id,
     * since the row may be in memory with another value.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public void invalidateByEmail(String email) {
        byEmail.invalidate(email);
    }

    /** Drops the index by {@link User#getEmail() email} from this memory; the rows stay reachable by id and other keys. */
    public void clearEmailIndex() {
        byEmail.clear();
    }

    /** Every row with this {@link User#getStatus() status}, complete, from memory or else from the database. */
    public List<UserSnapshot> listByStatus(Status status) {
        return byStatus.list(status);
    }

    /** The rows with these values of {@link User#getStatus() status}, a list for each. */
    public Map<Status, List<UserSnapshot>> listManyByStatus(Collection<Status> keys) {
        return byStatus.listMany(keys);
    }

    /** Whether the list of this {@link User#getStatus() status} is in memory. */
    public boolean isCachedByStatus(Status status) {
        return byStatus.isCached(status);
    }

    /** Drops the rows with this {@link User#getStatus() status}, and with them every list of the model. */
    public void invalidateByStatus(Status status) {
        byStatus.invalidate(status);
    }

    /** Drops the index by {@link User#getStatus() status} from this memory; the rows stay reachable by id and other keys. */
    public void clearStatusIndex() {
        byStatus.clear();
    }

    /** Every row with this {@code organization}, complete, from memory or else from the database. */
    public List<UserSnapshot> listByOrganizationId(Long organizationId) {
        return byOrganizationId.list(organizationId);
    }

    /** The rows with these values of {@code organization}, a list for each. */
    public Map<Long, List<UserSnapshot>> listManyByOrganizationId(Collection<Long> keys) {
        return byOrganizationId.listMany(keys);
    }

    /** Whether the list of this {@code organization} is in memory. */
    public boolean isCachedByOrganizationId(Long organizationId) {
        return byOrganizationId.isCached(organizationId);
    }

    /** Drops the rows with this {@code organization}, and with them every list of the model. */
    public void invalidateByOrganizationId(Long organizationId) {
        byOrganizationId.invalidate(organizationId);
    }

    /** Drops the index by {@code organization} from this memory; the rows stay reachable by id and other keys. */
    public void clearOrganizationIdIndex() {
        byOrganizationId.clear();
    }

    /** The row with this {@link User#getTenantId() tenantId} and {@link User#getLogin() login}, from memory or else from the database. */
    public Optional<UserSnapshot> getByTenantIdAndLogin(Long tenantId, String login) {
        return byTenantIdAndLogin.get(new TenantIdAndLogin(tenantId, login));
    }

    /** The rows with these values of {@link User#getTenantId() tenantId} and {@link User#getLogin() login}, in their order, without those that do not exist. */
    public Map<TenantIdAndLogin, UserSnapshot> getManyByTenantIdAndLogin(
            Collection<TenantIdAndLogin> keys) {
        return byTenantIdAndLogin.getMany(keys);
    }

    /** The row with this {@link User#getTenantId() tenantId} and {@link User#getLogin() login} if it is in memory; never reads the database. */
    public Optional<UserSnapshot> peekByTenantIdAndLogin(Long tenantId, String login) {
        return byTenantIdAndLogin.peek(new TenantIdAndLogin(tenantId, login));
    }

    /** Whether the row with this {@link User#getTenantId() tenantId} and {@link User#getLogin() login} is in memory. */
    public boolean isCachedByTenantIdAndLogin(Long tenantId, String login) {
        return byTenantIdAndLogin.isCached(new TenantIdAndLogin(tenantId, login));
    }

    /**
     * Drops the row with this {@link User#getTenantId() tenantId} and {@link User#getLogin() login}, whether or not it is in memory. If this value is not, the database is asked for the row's id,
     * since the row may be in memory with another value.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public void invalidateByTenantIdAndLogin(Long tenantId, String login) {
        byTenantIdAndLogin.invalidate(new TenantIdAndLogin(tenantId, login));
    }

    /** Drops the index by {@link User#getTenantId() tenantId} and {@link User#getLogin() login} from this memory; the rows stay reachable by id and other keys. */
    public void clearTenantIdAndLoginIndex() {
        byTenantIdAndLogin.clear();
    }

    /**
     * A value of the key {@link User#getTenantId() tenantId} and {@link User#getLogin() login}.
     *
     * @param tenantId the attribute {@link User#getTenantId() tenantId}
     * @param login the attribute {@link User#getLogin() login}
     */
    public record TenantIdAndLogin(Long tenantId, String login) {
        public TenantIdAndLogin {
            Objects.requireNonNull(tenantId, "tenantId");
            Objects.requireNonNull(login, "login");
        }
    }

    /** A {@link UserCache} whose rows are given instead of read from a database. */
    public static final class InMemory extends UserCache {
        private final MemoryEngine<UserSnapshot, Long> engine;

        private InMemory(MemoryEngine<UserSnapshot, Long> engine) {
            super(engine);
            this.engine = engine;
        }

        /** Inserts the row, or replaces the one with the same id. */
        public void put(User user) {
            engine.put(UserSnapshot.of(user));
        }

        /** Deletes the row and answers whether there was one. */
        public boolean remove(Long id) {
            return engine.remove(id);
        }
    }
}
