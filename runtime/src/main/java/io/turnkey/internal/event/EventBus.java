package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import io.turnkey.Subscription;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

public final class EventBus {
    public EventBus(Executor executor) {}

    public boolean wants(Class<? extends CacheEvent> type) {
        return false;
    }

    public void publish(CacheEvent event) {}

    public <E extends CacheEvent> Subscription on(String model, Class<E> type, Consumer<? super E> listener) {
        return () -> {};
    }
}
