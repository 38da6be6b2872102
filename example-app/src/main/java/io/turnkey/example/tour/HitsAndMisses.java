package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CustomerCache;

/** The same read twice. */
final class HitsAndMisses implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "Miss, then hit",
                "The first read asks the database (and, in a JVM this young, still loads classes). The second is"
                        + " answered from memory. The answer is an immutable record, generated from the entity; the"
                        + " passwordHash is not in it, since it has @CacheIgnore.");
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
        narrator.pause();
        customers.peekById(1L).ifPresent(ada -> narrator.say(ada.toString()));
    }
}
