package io.turnkey.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.spi.EntitySourceProvider;
import io.turnkey.spi.EntitySources;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.hibernate.Hibernate;
import org.hibernate.annotations.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.engine.jdbc.connections.spi.AbstractDataSourceBasedMultiTenantConnectionProviderImpl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HibernateSourceProviderTest {
    private final HibernateSourceProvider provider = new HibernateSourceProvider();

    @Test
    void it_is_found_as_a_service() {
        assertThat(ServiceLoader.load(EntitySourceProvider.class))
                .hasAtLeastOneElementOfType(HibernateSourceProvider.class);
    }

    @Test
    void without_hibernate_on_the_class_path_it_is_found_and_knows_nothing() throws Exception {
        try (URLClassLoader bare = new URLClassLoader(
                new URL[] {location(HibernateSourceProvider.class), location(EntityManagerFactory.class)},
                ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> bare.loadClass("org.hibernate.Hibernate"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> contract = bare.loadClass(EntitySourceProvider.class.getName());
            Class<?> factoryType = bare.loadClass(EntityManagerFactory.class.getName());
            Object factory = Proxy.newProxyInstance(bare, new Class<?>[] {factoryType}, (self, method, arguments) -> {
                throw new AssertionError(method);
            });

            Object found = ServiceLoader.load(contract, bare).iterator().next();

            assertThat(contract.getMethod("open", factoryType, DataSource.class).invoke(found, factory, null))
                    .hasToString("Optional.empty");
            assertThat(contract.getMethod("unproxy", Object.class).invoke(found, "entity"))
                    .isEqualTo("entity");
        }
    }

    @Test
    void a_factory_of_another_provider_is_left_alone() {
        EntityManagerFactory foreign = (EntityManagerFactory) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManagerFactory.class}, (self, method, arguments) -> {
                    throw new PersistenceException("Not a class of mine: " + arguments[0]);
                });

        assertThat(provider.open(foreign, null)).isEmpty();
    }

    @Test
    @Tag("F70")
    void it_says_which_entities_the_factory_knows() {
        try (TestUnit unit = Databases.H2.open(Leaf.class);
                EntitySources sources = provider.open(unit.factory(), null).orElseThrow()) {
            assertThat(sources.manages(Leaf.class)).isTrue();
            assertThat(sources.manages(Owned.class)).isFalse();
            assertThat(sources.manages(String.class)).isFalse();
        }
    }

    @Test
    @Tag("F70")
    void a_factory_with_a_connection_for_each_tenant_is_refused() {
        try (TestUnit outer = Databases.H2.open();
                TestUnit unit = Databases.H2.open(
                        settings -> settings.property(
                                        "hibernate.multi_tenant_connection_provider", new Tenants(outer.dataSource()))
                                .property("hibernate.tenant_identifier_resolver", new Tenant()),
                        Leaf.class)) {
            assertThatThrownBy(() -> provider.open(unit.factory(), null))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContainingAll(unit.factory().getName(), "multi-tenant");
        }
    }

    @Test
    @Tag("F70")
    void a_factory_with_a_column_for_the_tenant_is_refused() {
        try (TestUnit unit = Databases.H2.open(
                settings -> settings.property("hibernate.tenant_identifier_resolver", new Tenant()), Owned.class)) {
            assertThatThrownBy(() -> provider.open(unit.factory(), null))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("multi-tenant");
        }
    }

    @Test
    @Tag("F07")
    void a_lazy_proxy_is_replaced_by_what_is_behind_it() {
        try (TestUnit unit = Databases.H2.open(Leaf.class)) {
            unit.inTransaction(session -> {
                Leaf parent = new Leaf();
                parent.id = 1L;
                session.persist(parent);
            });
            unit.factory().inTransaction(session -> {
                Leaf proxy = session.getReference(Leaf.class, 1L);
                assertThat(Hibernate.isInitialized(proxy)).isFalse();

                assertThat(provider.unproxy(proxy).getClass()).isEqualTo(Leaf.class);
                assertThat(provider.unproxy("something else")).isEqualTo("something else");
            });
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Entity(name = "Leaf")
    static class Leaf {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Leaf parent;
    }

    @Entity(name = "Owned")
    static class Owned {
        @Id
        Long id;

        @TenantId
        String tenant;
    }

    private static final class Tenant implements CurrentTenantIdentifierResolver<String> {
        @Override
        public String resolveCurrentTenantIdentifier() {
            return "one";
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }

    private static final class Tenants extends AbstractDataSourceBasedMultiTenantConnectionProviderImpl<String> {
        private static final long serialVersionUID = 1L;
        private final transient DataSource source;

        Tenants(DataSource source) {
            this.source = source;
        }

        @Override
        protected DataSource selectAnyDataSource() {
            return source;
        }

        @Override
        protected DataSource selectDataSource(String tenant) {
            return source;
        }
    }
}
