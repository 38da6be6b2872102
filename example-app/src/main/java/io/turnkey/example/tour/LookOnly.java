package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CustomerCache;

/** Looking into memory without touching the database. */
final class LookOnly implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "Look without reading",
                "peek and isCached answer from memory alone. The bulk read brought customer 200; there is no"
                        + " customer 0.");
        narrator.read(customers, "customers.isCachedById(200L)", () -> customers.isCachedById(200L), String::valueOf);
        narrator.read(customers, "customers.isCachedById(0L)", () -> customers.isCachedById(0L), String::valueOf);
        narrator.read(
                customers,
                "customers.peekByEmail(\"ada@example.com\")",
                () -> customers.peekByEmail("ada@example.com"),
                Describe::customer);
        narrator.read(customers, "customers.size()", () -> customers.size(), Describe::rows);
    }
}
