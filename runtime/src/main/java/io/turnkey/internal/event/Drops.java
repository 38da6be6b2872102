package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How many events did not reach a listener, by the model that they tell of. Costs nothing while none is dropped. */
final class Drops {
    private final ConcurrentMap<String, LongAdder> byModel = new ConcurrentHashMap<>();

    void add(CacheEvent event) {
        byModel.computeIfAbsent(event.model(), model -> new LongAdder()).increment();
    }

    long of(String model) {
        LongAdder dropped = byModel.get(model);
        return dropped == null ? 0 : dropped.sum();
    }
}
