package io.turnkey.example.guide;

import static java.util.Objects.requireNonNull;

import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.Category;
import io.turnkey.example.model.GeneratedCaches;
import io.turnkey.example.model.OrderLine;
import io.turnkey.example.model.OrderLineId;
import io.turnkey.example.model.ProductCache;
import io.turnkey.example.model.ProductSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Recommended for a job that works through many rows and looks others up on its way: here, revenue by category. */
public final class BackgroundJob {
    private BackgroundJob() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                // A group of its own, open as long as the job: it neither fills nor empties the caches of the website.
                CacheGroup caches = GeneratedCaches.all()
                        .name("revenue")
                        .only(ProductCache.class)
                        .configure(ProductCache.class, BackgroundJob::settings)
                        // One after the other: the job must not take the connections of those who are in a hurry.
                        .maxConcurrentLoads(1)
                        .open(database.entityManagerFactory())) {
            ProductCache products = caches.get(ProductCache.class);
            Map<Category, BigDecimal> revenue = new EnumMap<>(Category.class);
            int rows = 0;
            OrderLineId last = new OrderLineId(0L, 0);
            for (List<OrderLine> page = after(last, database); !page.isEmpty(); page = after(last, database)) {
                // All products of a page in one call, not one after the other.
                Map<Long, ProductSnapshot> sold = products.getManyById(
                        page.stream().map(line -> line.getProduct().getId()).toList());
                for (OrderLine line : page) {
                    BigDecimal sum = line.getUnitPrice().multiply(BigDecimal.valueOf(line.getQuantity()));
                    revenue.merge(
                            requireNonNull(sold.get(line.getProduct().getId())).category(), sum, BigDecimal::add);
                }
                last = page.get(page.size() - 1).getId();
                rows += page.size();
            }
            System.out.println(
                    rows + " lines in pages of 100, " + products.stats().loads() + " loads of products");
            System.out.println(revenue);
        }
    }

    private static void settings(CacheOptions.Builder options) {
        options
                // A job touches what it touches; reading the whole table first would only be waiting.
                .load(LoadMode.LAZY)
                // All that one run can touch.
                .maxSize(200_000)
                // No row is read twice in a run. What the job itself writes is seen all the same; what the website
                // writes meanwhile is not: give a ttl if it has to be.
                .ttl(CacheOptions.FOREVER)
                // Nothing expires, so no timer is needed.
                .cleanupInterval(Duration.ZERO)
                .refreshInterval(Duration.ZERO)
                // Nobody sits in front of it: rather wait for a busy database than fail after an hour's work.
                .loadTimeout(Duration.ofMinutes(1));
    }

    /** From the last row on: an offset would read all pages before it again, and miss rows if others delete some. */
    private static List<OrderLine> after(OrderLineId last, ShopDatabase database) {
        return database.entityManagerFactory()
                .callInTransaction(em -> em.createQuery("""
                        from OrderLine where id.orderId > :order or id.orderId = :order and id.line > :line
                        order by id.orderId, id.line""", OrderLine.class)
                        .setParameter("order", last.orderId())
                        .setParameter("line", last.line())
                        .setMaxResults(100)
                        .getResultList());
    }
}
