package io.turnkey.example.data;

import io.turnkey.example.model.Book;
import io.turnkey.example.model.Country;
import io.turnkey.example.model.Currency;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.Gadget;
import io.turnkey.example.model.Order;
import io.turnkey.example.model.OrderLine;
import io.turnkey.example.model.Product;
import io.turnkey.example.model.Zone;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory behind Hibernate, set up without an XML file. The database is gone once it is closed. */
public final class ShopDatabase implements AutoCloseable {
    /** So that two databases in one JVM do not meet. */
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    private final JdbcConnectionPool pool = JdbcConnectionPool.create(url, "shop", "");

    private final EntityManagerFactory entityManagerFactory = new PersistenceConfiguration("shop")
            .managedClass(Country.class)
            .managedClass(Currency.class)
            .managedClass(Zone.class)
            .managedClass(Product.class)
            .managedClass(Book.class)
            .managedClass(Gadget.class)
            .managedClass(Customer.class)
            .managedClass(Order.class)
            .managedClass(OrderLine.class)
            .property("jakarta.persistence.nonJtaDataSource", pool)
            .property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, "create")
            .property("hibernate.jdbc.batch_size", 500)
            .property("hibernate.order_inserts", true)
            .createEntityManagerFactory();

    /** What JPA, and the caches, read the shop through. */
    public EntityManagerFactory entityManagerFactory() {
        return entityManagerFactory;
    }

    @Override
    public void close() {
        entityManagerFactory.close();
        pool.dispose();
    }
}
