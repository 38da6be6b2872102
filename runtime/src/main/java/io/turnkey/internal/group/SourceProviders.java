package io.turnkey.internal.group;

import io.turnkey.CacheException;
import io.turnkey.spi.EntitySourceProvider;
import io.turnkey.spi.EntitySources;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds the adapter that can read through a factory. */
final class SourceProviders {
    private final Iterable<EntitySourceProvider> providers;

    SourceProviders(Iterable<EntitySourceProvider> providers) {
        this.providers = providers;
    }

    /** The adapters that are registered as services. */
    static SourceProviders installed() {
        return new SourceProviders(
                ServiceLoader.load(EntitySourceProvider.class, SourceProviders.class.getClassLoader()));
    }

    /**
     * Asks each adapter until one answers.
     *
     * @throws CacheException if none does
     */
    EntitySources open(EntityManagerFactory factory, @Nullable DataSource loadFrom) {
        Objects.requireNonNull(factory, "entityManagerFactory");
        List<String> asked = new ArrayList<>();
        List<Throwable> unusable = new ArrayList<>();
        Iterator<EntitySourceProvider> candidates = providers.iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    throw notFound(factory, asked, unusable);
                }
                EntitySourceProvider provider = candidates.next();
                asked.add(provider.getClass().getName());
                Optional<EntitySources> sources = provider.open(factory, loadFrom);
                if (sources.isPresent()) {
                    return sources.get();
                }
            } catch (ServiceConfigurationError | NoClassDefFoundError e) {
                // An adapter whose library is absent; another one may fit.
                unusable.add(e);
            }
        }
    }

    private static CacheException notFound(EntityManagerFactory factory, List<String> asked, List<Throwable> unusable) {
        CacheException notFound = new CacheException("No adapter can read through "
                + factory.getClass().getName() + ": turnkey-runtime reads through Hibernate 7"
                + " (org.hibernate.orm:hibernate-core), which must be on the class path and have made the factory."
                + " Adapters asked: " + (asked.isEmpty() ? "none" : String.join(", ", asked)));
        unusable.forEach(notFound::addSuppressed);
        return notFound;
    }
}
