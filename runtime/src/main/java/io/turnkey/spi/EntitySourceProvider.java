package io.turnkey.spi;

import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A persistence provider's adapter, found by {@link java.util.ServiceLoader}. */
public interface EntitySourceProvider {
    /**
     * Reads through {@code factory}, with connections of {@code loadFrom} if that is given; empty if the factory is not of this provider.
     *
     * @throws io.turnkey.CacheException if the factory cannot be used, for example because it is multi-tenant
     */
    Optional<EntitySources> open(EntityManagerFactory factory, @Nullable DataSource loadFrom);

    /** The object behind one of this provider's lazy proxies, read if it must be; anything else as it is. */
    Object unproxy(Object entity);

    /** The id that one of this provider's lazy proxies stands for, without reading the row; {@code null} for anything else. */
    @Nullable
    Object idOfProxy(Object entity);
}
