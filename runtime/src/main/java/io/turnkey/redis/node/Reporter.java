package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.spi.SecondLevel.Observer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the observer, on the control thread, without secrets. */
final class Reporter {
    private final Observer observer;
    private final Control control;
    private final List<String> secrets;

    /**
     * @param secrets what no message may show
     */
    Reporter(Observer observer, Control control, Collection<String> secrets) {
        this.observer = observer;
        this.control = control;
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    void failed(@Nullable String model, String operation, Throwable cause) {
        control.execute(() -> observer.failed(model, operation, safe(cause)));
    }

    void disconnected(Throwable cause) {
        control.execute(() -> observer.disconnected(safe(cause)));
    }

    void reconnecting(int attempt, Duration delay) {
        control.execute(() -> observer.reconnecting(attempt, delay));
    }

    void connected() {
        control.execute(observer::connected);
    }

    private Throwable safe(Throwable cause) {
        return isSafe(cause, Collections.newSetFromMap(new IdentityHashMap<>()))
                ? cause
                : new CacheException(cause.getClass().getName() + " with a message that shows a secret");
    }

    /** Neither it nor what led to it or followed shows a secret; {@code seen} ends a chain that leads back to itself. */
    private boolean isSafe(@Nullable Throwable cause, Set<Throwable> seen) {
        if (cause == null || !seen.add(cause)) {
            return true;
        }
        String message = String.valueOf(cause.getMessage());
        return secrets.stream().noneMatch(message::contains)
                && isSafe(cause.getCause(), seen)
                && Arrays.stream(cause.getSuppressed()).allMatch(other -> isSafe(other, seen));
    }
}
