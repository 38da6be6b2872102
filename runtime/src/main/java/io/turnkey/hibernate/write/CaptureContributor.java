package io.turnkey.hibernate.write;

import com.google.auto.service.AutoService;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelectionException;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.service.spi.ServiceContributor;
import org.jspecify.annotations.Nullable;

/** Installs the capture of statements in the settings of a session factory that is about to be built. */
@AutoService(ServiceContributor.class)
public final class CaptureContributor implements ServiceContributor {
    /** For Hibernate. */
    public CaptureContributor() {}

    @Override
    public void contribute(StandardServiceRegistryBuilder registry) {
        Object listener = registry.getSettings().get(Capture.LISTENER);
        String ours = SessionStatements.class.getName();
        if (listener != null && !listener.equals(ours)) {
            return;
        }
        try {
            StatementInspector own = own(registry);
            registry.applySetting(Capture.INSPECTOR, new CapturingInspector(own));
            registry.applySetting(Capture.LISTENER, ours);
        } catch (StrategySelectionException e) {
            // Hibernate is about to report that there is no such class.
        }
    }

    /** The user's inspector, which is given as an object, a class or the name of one. */
    private static @Nullable StatementInspector own(StandardServiceRegistryBuilder registry) {
        Object setting = registry.getSettings().get(Capture.INSPECTOR);
        if (setting instanceof CapturingInspector copied) {
            return copied.own();
        }
        return registry.getBootstrapServiceRegistry()
                .requireService(StrategySelector.class)
                .resolveStrategy(StatementInspector.class, setting);
    }
}
