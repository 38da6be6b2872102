package io.turnkey.internal.group;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Shape;
import java.util.List;
import java.util.function.Function;

/** Three models as generated code would describe them, by hand. */
final class Shop {
    static final CacheDefinition<UserCache, Item, Long> USER =
            new CacheDefinition<>(UserCache.class, model("User", User.class), UserCache::new);
    static final CacheDefinition<OrderCache, Item, Long> ORDER =
            new CacheDefinition<>(OrderCache.class, model("Order", Order.class), OrderCache::new);
    static final CacheDefinition<ProductCache, Item, Long> PRODUCT =
            new CacheDefinition<>(ProductCache.class, model("Product", Product.class), ProductCache::new);
    static final List<CacheDefinition<?, ?, ?>> ALL = List.of(USER, ORDER, PRODUCT);

    private Shop() {}

    record Item(Long id) {}

    static final class User {}

    static final class Order {}

    static final class Product {}

    static class UserCache extends GeneratedCache<Item, Long> {
        UserCache(CacheEngine<Item, Long> engine) {
            super(engine);
        }
    }

    static class OrderCache extends GeneratedCache<Item, Long> {
        OrderCache(CacheEngine<Item, Long> engine) {
            super(engine);
        }
    }

    static class ProductCache extends GeneratedCache<Item, Long> {
        ProductCache(CacheEngine<Item, Long> engine) {
            super(engine);
        }
    }

    static <E> EntityModel<E, Item, Long> model(String name, Class<E> entity) {
        Function<E, Item> of = row -> new Item(0L);
        return EntityModel.<E, Item, Long>builder(ContractLevel.CURRENT, name, entity, Item.class)
                .options(CacheOptions.builder()
                        .load(LoadMode.FULL)
                        .maxSize(1_000)
                        .build())
                .id(KeyModel.unique("id", Long.class, "getById", AttributePath.of("id"), Item::id))
                .projection(new Projection<>(
                        entity, List.of(AttributePath.of("id")), List.of(), row -> new Item(row.<Long>get(0))))
                .shape(() -> new Composite<>(
                        Item.class,
                        List.of(Component.of("id", Shape.of(Long.class), Item::id)),
                        row -> new Item(row.get(0))))
                .of(of)
                .build();
    }
}
