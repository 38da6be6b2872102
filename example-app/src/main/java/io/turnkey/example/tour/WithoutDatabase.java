package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.data.Customers;
import io.turnkey.example.model.CustomerCache;
import java.util.List;

/** The cache in other people's unit tests. */
final class WithoutDatabase implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        narrator.chapter(
                "In your unit tests",
                "inMemory makes a real CustomerCache of entities you give it: the same keys, lists and misses, but no"
                        + " database and no threads. The entities stand for the table, so the first read of one is a"
                        + " miss here too.");
        narrator.code("CustomerCache.InMemory fake = CustomerCache.inMemory(List.of(ada));");
        try (CustomerCache.InMemory fake = CustomerCache.inMemory(List.of(Customers.customer(1)))) {
            narrator.read(
                    fake,
                    "fake.getByEmail(\"ada@example.com\")",
                    () -> fake.getByEmail("ada@example.com"),
                    Describe::customer);
            narrator.read(fake, "fake.remove(1L)", () -> fake.remove(1L), String::valueOf);
            narrator.read(
                    fake,
                    "fake.getByEmail(\"ada@example.com\")",
                    () -> fake.getByEmail("ada@example.com"),
                    Describe::customer);
        }
    }
}
