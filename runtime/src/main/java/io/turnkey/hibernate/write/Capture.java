package io.turnkey.hibernate.write;

import io.turnkey.Subscription;
import io.turnkey.spi.WriteSink;
import java.util.function.Function;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SessionEventSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The capture of a factory's statements, which {@link CaptureContributor} installs when the factory is built. */
final class Capture {
    static final String INSPECTOR = JdbcSettings.STATEMENT_INSPECTOR;
    static final String LISTENER = SessionEventSettings.AUTO_SESSION_EVENTS_LISTENER;

    private Capture() {}

    /** Tells {@code sink} of every statement that no row event tells of, until the subscription ends. Logs a warning if they cannot be seen. */
    static Subscription listen(SessionFactoryImplementor factory, WriteSink<?> sink) {
        return listen(factory, sink, LoggerFactory::getLogger);
    }

    static Subscription listen(SessionFactoryImplementor factory, WriteSink<?> sink, Function<String, Logger> loggers) {
        StatementInspector inspector = factory.getSessionFactoryOptions().getStatementInspector();
        Tables tables = Tables.of(factory);
        if (tables == null || !(inspector instanceof CapturingInspector capturing)) {
            loggers.apply("io.turnkey." + sink.model().name())
                    .warn(
                            "Bulk HQL, native SQL and forced version increments will not be noticed: {}. Or call clear() or invalidateMany(..) after each such statement",
                            absence(factory, inspector));
            return () -> {};
        }
        boolean jta = factory.getServiceRegistry()
                .requireService(TransactionCoordinatorBuilder.class)
                .isJta();
        BulkWrites writes = new BulkWrites(sink, tables, jta);
        capturing.listening().add(writes);
        return () -> capturing.listening().removeIf(listening -> listening == writes);
    }

    /** Why statements are not seen, and what to do. */
    private static String absence(SessionFactoryImplementor factory, @Nullable StatementInspector inspector) {
        Object listener = factory.getProperties().get(LISTENER);
        if (listener != null && !listener.equals(SessionStatements.class.getName())) {
            return LISTENER + " is " + listener
                    + ", and Hibernate takes only one such listener. Let your own be added with SessionBuilder.eventListeners instead";
        }
        if (factory.getProperties().get(INSPECTOR) instanceof CapturingInspector && inspector != null) {
            return "SessionFactoryBuilder.applyStatementInspector has put "
                    + inspector.getClass().getName() + " in the place of Turnkey's inspector. Give yours as "
                    + INSPECTOR + ", which chains both";
        }
        return "the session factory was built without the services that Turnkey registers with Hibernate. Let the class loader of the persistence unit see turnkey-runtime";
    }
}
