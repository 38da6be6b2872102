package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.model.Category;
import io.turnkey.example.model.CountryCache;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerStatus;
import io.turnkey.example.model.OrderCache;
import io.turnkey.example.model.OrderLineCache;
import io.turnkey.example.model.ProductCache;
import java.util.List;

/** Keys that many rows share. */
final class CompleteLists implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        OrderCache orders = scene.caches().get(OrderCache.class);
        OrderLineCache lines = scene.caches().get(OrderLineCache.class);
        CountryCache countries = scene.caches().get(CountryCache.class);
        ProductCache products = scene.caches().get(ProductCache.class);
        narrator.chapter(
                "Lists are complete",
                "@KeyField(unique = false) gives lists: always all rows of one moment, never just those that happen"
                        + " to be in memory. On an association the key is the other row's id.");
        narrator.read(
                customers,
                "customers.listByStatus(CustomerStatus.BLOCKED)",
                () -> customers.listByStatus(CustomerStatus.BLOCKED),
                Describe::rows);
        narrator.read(
                customers,
                "customers.listByStatus(CustomerStatus.BLOCKED)",
                () -> customers.listByStatus(CustomerStatus.BLOCKED),
                Describe::rows);
        narrator.read(orders, "orders.listByCustomerId(1L)", () -> orders.listByCustomerId(1L), Describe::rows);
        narrator.read(lines, "lines.listByOrderId(1L)", () -> lines.listByOrderId(1L), Describe::rows);
        narrator.read(
                countries,
                "countries.listByCurrencyId(\"EUR\")",
                () -> countries.listByCurrencyId("EUR"),
                Describe::rows);
        narrator.read(
                products,
                "products.listManyByCategory(List.of(Category.AUDIO, Category.TRAVEL))",
                () -> products.listManyByCategory(List.of(Category.AUDIO, Category.TRAVEL)),
                lists -> lists.entrySet().stream()
                        .map(list -> list.getKey() + ": "
                                + Numbers.count(list.getValue().size()))
                        .toList()
                        .toString());
    }
}
