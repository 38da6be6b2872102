package io.turnkey.testing;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.jspecify.annotations.Nullable;

/** Narayana, and persistence units on H2 that take part in its transactions; a server nearby would have to be told that it may prepare. */
public final class Jta {
    private static final String DATA_SOURCE = "hibernate.connection.datasource";

    static {
        try {
            arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("tests");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        // Nothing is written to disk.
        for (String store : new String[] {"default", "stateStore", "communicationStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
    }

    private Jta() {}

    /** The transactions of the threads. */
    public static TransactionManager transactions() {
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    /** A persistence unit whose connections are part of their thread's transaction, on an empty database. */
    public static TestUnit open(Class<?>... classes) {
        return Databases.H2.open(
                settings -> {
                    JdbcDataSource h2 = (JdbcDataSource) settings.properties().get(DATA_SOURCE);
                    settings.transactionType(PersistenceUnitTransactionType.JTA)
                            .property("hibernate.transaction.jta.platform", new Platform())
                            .property("hibernate.transaction.coordinator_class", "jta")
                            .property(DATA_SOURCE, enlisting(h2));
                },
                classes);
    }

    /** One connection for a transaction, which its end closes; outside of transactions a new one for each who asks. */
    private static DataSource enlisting(JdbcDataSource h2) {
        Map<Transaction, Connection> enlisted = new ConcurrentHashMap<>();
        return proxy(DataSource.class, h2, method -> {
            Transaction transaction = transactions().getTransaction();
            if (!method.equals("getConnection") || transaction == null) {
                return null;
            }
            Connection own = enlisted.get(transaction);
            if (own == null) {
                XAConnection pooled = h2.getXAConnection();
                // Once: to ask for it again would take back what was done on it so far.
                own = pooled.getConnection();
                enlisted.put(transaction, own);
                transaction.enlistResource(pooled.getXAResource());
                transaction.registerSynchronization(new Closing(() -> {
                    enlisted.remove(transaction);
                    close(pooled);
                }));
            }
            return unclosable(own);
        });
    }

    private static Connection unclosable(Connection connection) {
        return proxy(Connection.class, connection, method -> method.equals("close") ? connection : null);
    }

    private static void close(XAConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T proxy(Class<T> type, T real, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = instead.of(method.getName());
                    if (answer != null) {
                        return method.getReturnType() == void.class ? null : answer;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private interface Instead {
        @Nullable
        Object of(String method) throws Exception;
    }

    private record Closing(Runnable action) implements jakarta.transaction.Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            action.run();
        }
    }

    private static final class Platform extends AbstractJtaPlatform {
        private static final long serialVersionUID = 1L;

        @Override
        protected TransactionManager locateTransactionManager() {
            return transactions();
        }

        @Override
        protected UserTransaction locateUserTransaction() {
            return com.arjuna.ats.jta.UserTransaction.userTransaction();
        }

        @Override
        public int getCurrentStatus() throws SystemException {
            return transactions().getStatus();
        }
    }
}
