package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CustomerCache;

/** Keys that do not exist. */
final class NoSuchRow implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "A key that does not exist",
                "Customer has negativeTtl = \"30s\": for so long it is remembered that there is no such row, so that"
                        + " guessing wrong addresses does not wear out the database.");
        narrator.read(
                customers,
                "customers.getByEmail(\"nobody@example.com\")",
                () -> customers.getByEmail("nobody@example.com"),
                Describe::customer);
        narrator.read(
                customers,
                "customers.getByEmail(\"nobody@example.com\")",
                () -> customers.getByEmail("nobody@example.com"),
                Describe::customer);
    }
}
