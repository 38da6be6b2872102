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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.stat.Statistics;

/** H2 in memory behind Hibernate, set up without an XML file. The database is gone once it is closed. */
public final class ShopDatabase implements AutoCloseable {
    static {
        // Hibernate's log goes where SLF4J's goes, here nowhere; JBoss Logging would choose java.util.logging.
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    /** So that two databases in one JVM do not meet. */
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    private final JdbcConnectionPool pool = JdbcConnectionPool.create(url, "shop", "");

    private final StoppableDataSource dataSource = new StoppableDataSource(pool);

    private final EntityManagerFactory entityManagerFactory = open("create");

    /** A database with rows enough for an example, {@link ShopSize#SMALL}. */
    public static ShopDatabase small() {
        return filled(ShopSize.SMALL);
    }

    /** A database with this many rows. */
    public static ShopDatabase filled(ShopSize size) {
        ShopDatabase database = new ShopDatabase();
        new ShopLoad(database.entityManagerFactory, LoadProgress.NONE).run(size);
        database.statistics().setStatisticsEnabled(true);
        return database;
    }

    /** What JPA, and the caches, read the shop through. */
    public EntityManagerFactory entityManagerFactory() {
        return entityManagerFactory;
    }

    /** What another process would use to read and write the same shop: caches over the one do not notice writes through the other. To be closed before this. */
    public EntityManagerFactory otherNode() {
        return open("none");
    }

    /** From now on nobody gets a connection, as if the database server were gone; its rows are not. */
    public void stop() {
        dataSource.stop();
    }

    /** Takes {@link #stop} back. */
    public void start() {
        dataSource.start();
    }

    /** Writes as another application does, by JDBC and past Hibernate, so that no cache notices. */
    public void writeByOthers(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many statements Hibernate, and the caches, have sent so far; counted from {@link #filled} on. */
    public long statements() {
        return statistics().getPrepareStatementCount();
    }

    private EntityManagerFactory open(String schema) {
        return new PersistenceConfiguration("shop")
                .managedClass(Country.class)
                .managedClass(Currency.class)
                .managedClass(Zone.class)
                .managedClass(Product.class)
                .managedClass(Book.class)
                .managedClass(Gadget.class)
                .managedClass(Customer.class)
                .managedClass(Order.class)
                .managedClass(OrderLine.class)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                .property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, schema)
                // Hibernate asks the database nothing when it starts, so that it starts also while the database is
                // down.
                .property("hibernate.boot.allow_jdbc_metadata_access", false)
                .property("hibernate.dialect", H2Dialect.class.getName())
                .property("hibernate.jdbc.batch_size", 500)
                .property("hibernate.order_inserts", true)
                .createEntityManagerFactory();
    }

    private Statistics statistics() {
        return entityManagerFactory.unwrap(SessionFactory.class).getStatistics();
    }

    @Override
    public void close() {
        entityManagerFactory.close();
        pool.dispose();
    }
}
