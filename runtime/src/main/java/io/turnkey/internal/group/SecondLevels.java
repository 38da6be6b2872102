package io.turnkey.internal.group;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SecondLevelProvider;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the adapter for Redis. */
final class SecondLevels {
    private static final String LIBRARY = "redis.clients:jedis 7.2 or newer";

    private final Iterable<SecondLevelProvider> providers;

    SecondLevels(Iterable<SecondLevelProvider> providers) {
        this.providers = providers;
    }

    /** The adapters that are registered as services. */
    static SecondLevels installed() {
        return new SecondLevels(ServiceLoader.load(SecondLevelProvider.class, SecondLevels.class.getClassLoader()));
    }

    /**
     * Opens the second level of a group; nothing is connected yet.
     *
     * @throws CacheException if there is no adapter, or the client's library is not on the class path
     */
    SecondLevel open(RedisOptions options, String group, SecondLevel.Observer observer) {
        try {
            Iterator<SecondLevelProvider> found = providers.iterator();
            if (found.hasNext()) {
                return found.next().open(options, group, observer);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new CacheException("Redis needs " + LIBRARY + " on the class path; what is there does not fit", e);
        }
        throw new CacheException("Redis needs " + LIBRARY + " on the class path, and the service file"
                + " META-INF/services/" + SecondLevelProvider.class.getName()
                + " of turnkey-runtime, which was not found: a jar that is made of several has to merge service files");
    }
}
