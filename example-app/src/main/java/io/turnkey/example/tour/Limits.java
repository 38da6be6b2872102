package io.turnkey.example.tour;

import io.turnkey.CacheLoadException;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerStatus;
import java.util.List;
import java.util.stream.LongStream;

/** Bounded memory. */
final class Limits implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        narrator.chapter(
                "Limits",
                "A second cache of the customers, on its own and much too small. It holds maxSize rows and not one"
                        + " more; and a list that is longer than maxListSize is an error that says so, never a"
                        + " shorter list.");
        narrator.code(
                "CustomerCache small = CustomerCache.builder()",
                "        .configure(o -> o.maxSize(100).maxListSize(100))",
                "        .open(entityManagerFactory);");
        try (CustomerCache small = CustomerCache.builder()
                .configure(o -> o.maxSize(100).maxListSize(100))
                .open(scene.entityManagerFactory())) {
            List<Long> ids = LongStream.rangeClosed(1, 150).boxed().toList();
            narrator.read(small, "small.getManyById(ids)", () -> small.getManyById(ids), Describe::rows);
            narrator.result(Describe.rows(small.size()) + " kept, "
                    + Numbers.count(small.stats().evictions()) + " evicted again");
            narrator.pause();
            narrator.code("small.listByStatus(CustomerStatus.ACTIVE)");
            try {
                narrator.result(Describe.rows(small.listByStatus(CustomerStatus.ACTIVE)));
            } catch (CacheLoadException e) {
                narrator.say(e.toString());
            }
        }
    }
}
