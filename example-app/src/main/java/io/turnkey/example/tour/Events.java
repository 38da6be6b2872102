package io.turnkey.example.tour;

import io.turnkey.CacheEvent;
import io.turnkey.Subscription;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CustomerCache;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Being told what happens. */
final class Events implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "Events",
                "Listeners are called on another thread, in order; a slow or failing one harms nobody. Events are"
                        + " records, and they carry ids, never whole rows.");
        BlockingQueue<CacheEvent> events = new LinkedBlockingQueue<>();
        narrator.code("customers.on(CacheEvent.ItemInvalidated.class, events::add)");
        Subscription subscription = customers.on(CacheEvent.ItemInvalidated.class, events::add);
        narrator.run("customers.invalidateById(2L)", () -> customers.invalidateById(2L));
        narrator.result(String.valueOf(next(events)));
        subscription.close();
    }

    private static @Nullable CacheEvent next(BlockingQueue<CacheEvent> events) {
        try {
            return events.poll(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
