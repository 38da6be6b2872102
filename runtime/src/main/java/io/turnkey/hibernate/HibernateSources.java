package io.turnkey.hibernate;

import io.turnkey.CacheException;
import io.turnkey.Subscription;
import io.turnkey.hibernate.write.FactoryWrites;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.EntitySources;
import io.turnkey.spi.WriteSink;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.binder.internal.TenantIdBinder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** The database behind one session factory. */
final class HibernateSources implements EntitySources {
    private final SessionFactoryImplementor factory;
    private final Mapping mapping;
    private final Connections connections;
    private final Conversions conversions;

    private HibernateSources(SessionFactoryImplementor factory, @Nullable DataSource loadFrom) {
        this.factory = factory;
        mapping = new FactoryMapping(factory);
        connections = new Connections(factory, loadFrom);
        conversions = new ColumnConversions(factory);
    }

    static Optional<EntitySources> of(EntityManagerFactory factory, @Nullable DataSource loadFrom) {
        SessionFactoryImplementor hibernate;
        try {
            hibernate = factory.unwrap(SessionFactoryImplementor.class);
        } catch (PersistenceException e) {
            return Optional.empty();
        }
        if (hibernate.getSessionFactoryOptions().isMultiTenancyEnabled()
                || hibernate.getDefinedFilterNames().contains(TenantIdBinder.FILTER_NAME)) {
            throw new CacheException(
                    "The persistence unit " + hibernate.getName()
                            + " is multi-tenant: a cache would mix the rows of its tenants. Leave it out, or give each tenant a persistence unit of its own");
        }
        return Optional.of(new HibernateSources(hibernate, loadFrom));
    }

    @Override
    public boolean manages(Class<?> entity) {
        return mapping.manages(entity);
    }

    @Override
    public <S> EntitySource<S> source(EntityModel<?, S, ?> model) {
        return new HibernateSource<>(model, mapping, connections, conversions);
    }

    @Override
    public Subscription listen(WriteSink<?> sink) {
        return FactoryWrites.of(factory).listen(sink);
    }

    @Override
    public void close() {}
}
