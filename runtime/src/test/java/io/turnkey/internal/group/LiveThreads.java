package io.turnkey.internal.group;

import io.turnkey.testing.redis.RedisServer;
import java.util.List;

/** The threads that live now, by their names. */
final class LiveThreads {
    private LiveThreads() {}

    static List<String> named(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /** Waits for the last of them to end. */
    static void awaitNone(String prefix) {
        RedisServer.await(() -> named(prefix).isEmpty());
    }
}
