package io.turnkey.hibernate;

import com.google.auto.service.AutoService;
import io.turnkey.spi.EntitySourceProvider;
import io.turnkey.spi.EntitySources;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The adapter for Hibernate; without Hibernate on the class path it knows no factory and no proxy. */
@AutoService(EntitySourceProvider.class)
public final class HibernateSourceProvider implements EntitySourceProvider {
    private static final boolean PRESENT = isPresent();

    /** For {@link java.util.ServiceLoader}. */
    public HibernateSourceProvider() {}

    @Override
    public Optional<EntitySources> open(EntityManagerFactory factory, @Nullable DataSource loadFrom) {
        return PRESENT ? HibernateSources.of(factory, loadFrom) : Optional.empty();
    }

    @Override
    public Object unproxy(Object entity) {
        return PRESENT ? Proxies.target(entity) : entity;
    }

    @Override
    public @Nullable Object idOfProxy(Object entity) {
        return PRESENT ? Proxies.id(entity) : null;
    }

    private static boolean isPresent() {
        try {
            Class.forName("org.hibernate.Hibernate", false, HibernateSourceProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
