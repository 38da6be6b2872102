package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.internal.group.Shop.UserCache;
import java.lang.reflect.Field;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** A program that opens caches and exits; {@link ShutdownTest} runs it in a JVM of its own. */
final class ExitProbe {
    private ExitProbe() {}

    public static void main(String[] args) throws Exception {
        FakeDatabase database = new FakeDatabase();
        CacheGroup group = new GroupBuilder(Shop.ALL, database.adapters(), LoggerFactory::getLogger)
                .on(CacheEvent.Closed.class, event -> System.out.println("closed " + event.model()))
                .open(database.factory);
        UserCache alone = new SingleBuilder<>(Shop.USER, database.adapters())
                .on(CacheEvent.Closed.class, event -> System.out.println("closed alone"))
                .open(database.factory);
        for (int times = 0; times < 2; times++) {
            group.closeOnShutdown();
            group.get(UserCache.class).closeOnShutdown();
            alone.closeOnShutdown();
        }
        System.out.println("hooks " + hooks());
        if (args.length > 0) {
            group.close();
            alone.close();
            System.out.println("hooks " + hooks());
        }
        System.out.println("exit");
    }

    private static long hooks() throws ReflectiveOperationException {
        Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        hooks.setAccessible(true);
        return ((Map<?, ?>) hooks.get(null))
                .keySet().stream()
                        .filter(hook -> ((Thread) hook).getName().startsWith("turnkey-"))
                        .count();
    }
}
