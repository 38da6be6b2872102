package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerSnapshot;
import io.turnkey.example.model.GeneratedCaches;
import io.turnkey.example.model.OrderCache;
import io.turnkey.example.model.OrderLineCache;
import io.turnkey.example.model.OrderLineSnapshot;
import io.turnkey.example.model.OrderSnapshot;
import io.turnkey.example.model.ProductCache;
import io.turnkey.example.model.ProductSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every model of a module as one group: opened, asked, refreshed and closed together. */
public final class SeveralModels {
    private SeveralModels() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all()
                        .name("shop")
                        .defaults(o -> o.loadTimeout(Duration.ofSeconds(2))) // for all models
                        .configure(CustomerCache.class, o -> o.maxSize(10_000)) // for one
                        .open(database.entityManagerFactory())) {

            // Take the caches once, at start, and keep them: in a container, each as a bean.
            CustomerCache customers = caches.get(CustomerCache.class);
            OrderCache orders = caches.get(OrderCache.class);
            OrderLineCache lines = caches.get(OrderLineCache.class);
            ProductCache products = caches.get(ProductCache.class);

            // A snapshot holds the ids of other rows: a join is one call for each step, however many rows it has.
            CustomerSnapshot ada = customers.getByEmail("ada@example.com").orElseThrow();
            List<OrderSnapshot> adasOrders = orders.listByCustomerId(ada.id());
            Map<Long, List<OrderLineSnapshot>> linesOf = lines.listManyByOrderId(
                    adasOrders.stream().map(OrderSnapshot::id).toList());
            Map<Long, ProductSnapshot> sold = products.getManyById(linesOf.values().stream()
                    .flatMap(List::stream)
                    .map(OrderLineSnapshot::productId)
                    .collect(Collectors.toSet()));
            System.out.println(ada.name() + " has " + adasOrders.size() + " orders of " + sold.size() + " products");

            // What concerns all models is a call of the group.
            caches.refresh();
            System.out.println("Models: " + caches.modelNames());
            System.out.println("Rows: " + caches.sizes());

            // Tools that know a model by its name only get it without its type.
            EntityCache<?, ?> byName = caches.get("Country");
            System.out.println("By name: " + byName.getByKey("alpha3", "NLD").isPresent());
        }
    }
}
