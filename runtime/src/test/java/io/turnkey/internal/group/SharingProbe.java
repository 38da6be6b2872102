package io.turnkey.internal.group;

import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.RedisOptions;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** A program that opens a group; {@link MissingLibrariesTest} runs it on a class path where something is missing. */
public final class SharingProbe implements Supplier<String> {
    /** What the group without Redis holds, and what became of one that uses it. */
    @Override
    public String get() {
        FakeDatabase database = new FakeDatabase();
        try (CacheGroup alone =
                new GroupBuilder(Shop.ALL, database.adapters(), LoggerFactory::getLogger).open(database.factory)) {
            return alone.size() + ": " + shared(database);
        }
    }

    /** Nobody listens on port 1. */
    private static String shared(FakeDatabase database) {
        try (CacheGroup shared = new GroupBuilder(Shop.ALL, database.adapters(), LoggerFactory::getLogger)
                .name("probe")
                .redis(RedisOptions.builder().port(1).build())
                .open(database.factory)) {
            return "opened " + shared.name();
        } catch (CacheException e) {
            return e.getMessage();
        }
    }
}
