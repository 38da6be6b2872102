/** The runtime of Turnkey: annotations, API, engine and adapters. */
module io.turnkey.runtime {
    requires transitive jakarta.persistence;
    requires transitive java.sql;
    requires org.slf4j;
    requires static com.fasterxml.jackson.core;
    requires static com.google.auto.service;
    requires static java.naming;
    requires static org.apache.commons.pool2;
    requires static org.hibernate.orm.core;
    requires static redis.clients.jedis;
    requires static transitive org.jspecify;
    // For javax.annotation.processing.Generated on the code generated into a module that requires this one.
    requires static transitive java.compiler;

    exports io.turnkey;
    exports io.turnkey.annotation;
    exports io.turnkey.redis;
    exports io.turnkey.spi;

    // Hibernate makes one listener for each session.
    opens io.turnkey.hibernate.write to
            org.hibernate.orm.core;

    uses io.turnkey.CacheRegistry;
    uses io.turnkey.spi.EngineProvider;
    uses io.turnkey.spi.EntitySourceProvider;
    uses io.turnkey.spi.SecondLevelProvider;
    uses io.turnkey.spi.SnapshotFormat;

    provides io.turnkey.spi.EngineProvider with
            io.turnkey.internal.group.TurnkeyEngineProvider;
    provides io.turnkey.spi.EntitySourceProvider with
            io.turnkey.hibernate.HibernateSourceProvider;
    provides io.turnkey.spi.SecondLevelProvider with
            io.turnkey.redis.node.RedisProvider;
    provides io.turnkey.spi.SnapshotFormat with
            io.turnkey.json.JsonFormat;
    provides org.hibernate.integrator.spi.Integrator with
            io.turnkey.hibernate.write.CaptureIntegrator;
    provides org.hibernate.service.spi.ServiceContributor with
            io.turnkey.hibernate.write.CaptureContributor;
}
