package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.internal.group.Shop.UserCache;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** A program that opens caches and exits; {@link ShutdownTest} runs it in a JVM of its own. */
final class ExitProbe {
    private ExitProbe() {}

    public static void main(String[] args) throws Exception {
        FakeDatabase database = new FakeDatabase();
        boolean whileClosing = List.of(args).contains("exit-while-closing");
        // The first event of each; those behind it wait.
        CountDownLatch closing = new CountDownLatch(2);
        CountDownLatch mayClose = new CountDownLatch(whileClosing ? 1 : 0);
        CacheGroup group = new GroupBuilder(Shop.ALL, database.adapters(), LoggerFactory::getLogger)
                .on(CacheEvent.Closed.class, event -> {
                    closing.countDown();
                    await(mayClose);
                    System.out.println("closed " + event.model());
                })
                .open(database.factory);
        UserCache alone = new SingleBuilder<>(Shop.USER, database.adapters())
                .on(CacheEvent.Closed.class, event -> {
                    closing.countDown();
                    await(mayClose);
                    System.out.println("closed alone");
                })
                .open(database.factory);
        for (int times = 0; times < 2; times++) {
            group.closeOnShutdown();
            group.get(UserCache.class).closeOnShutdown();
            alone.closeOnShutdown();
        }
        System.out.println("hooks " + hooks());
        if (whileClosing) {
            Runtime.getRuntime().addShutdownHook(new Thread(mayClose::countDown));
            for (Runnable close : List.<Runnable>of(alone::close, group::close)) {
                Thread thread = new Thread(close);
                // The JVM does not wait for it by itself.
                thread.setDaemon(true);
                thread.start();
            }
            closing.await();
        } else if (args.length > 0) {
            group.close();
            alone.close();
            System.out.println("hooks " + hooks());
        }
        System.out.println("exit");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
