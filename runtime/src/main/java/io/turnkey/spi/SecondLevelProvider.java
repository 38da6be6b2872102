package io.turnkey.spi;

import io.turnkey.RedisOptions;

/** Opens second levels, found by {@link java.util.ServiceLoader}. */
public interface SecondLevelProvider {
    /**
     * The second level of a group, not connected yet.
     *
     * @param group the group's name, part of every key
     * @param observer told of the connection; on the second level's threads
     * @throws io.turnkey.CacheException if the client library is not on the class path
     */
    SecondLevel open(RedisOptions options, String group, SecondLevel.Observer observer);
}
