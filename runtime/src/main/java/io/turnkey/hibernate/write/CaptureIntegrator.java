package io.turnkey.hibernate.write;

import com.google.auto.service.AutoService;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.slf4j.LoggerFactory;

/** Reads the tables of a session factory that is being built. */
@AutoService(Integrator.class)
public final class CaptureIntegrator implements Integrator {
    /** For Hibernate. */
    public CaptureIntegrator() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        try {
            Tables.keep(factory, Tables.read(metadata));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger("io.turnkey")
                    .warn(
                            "The mapping of {} could not be read: bulk HQL, native SQL and @OnDelete will not be noticed",
                            factory.getName(),
                            e);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        Tables.forget(factory);
    }
}
