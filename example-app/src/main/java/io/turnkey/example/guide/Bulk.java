package io.turnkey.example.guide;

import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.Category;
import io.turnkey.example.model.ProductCache;
import io.turnkey.example.model.ProductSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Many rows at once: what memory lacks is read by one statement, not by one each. */
public final class Bulk {
    private Bulk() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                ProductCache products = ProductCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY)) // Else all 200 would be in memory already.
                        .open(database.entityManagerFactory())) {

            // In the order of the ids; an id without a row is left out.
            List<Long> ids = LongStream.rangeClosed(101, 201).boxed().toList();
            long before = database.statements();
            Map<Long, ProductSnapshot> hundred = products.getManyById(ids);
            System.out.println(hundred.size() + " of " + ids.size() + " products, statements: "
                    + (database.statements() - before));

            // What is in memory is not read again: this takes the 50 that are missing.
            before = database.statements();
            Map<Long, ProductSnapshot> more =
                    products.getManyById(LongStream.rangeClosed(51, 150).boxed().toList());
            System.out.println(more.size() + " products, statements: " + (database.statements() - before)
                    + ", in memory: " + products.size());

            // By any unique key.
            List<String> skus =
                    hundred.values().stream().map(ProductSnapshot::sku).toList();
            before = database.statements();
            System.out.println(products.getManyBySku(skus).size() + " by their numbers, statements: "
                    + (database.statements() - before));

            // Several lists, each of them complete.
            before = database.statements();
            Map<Category, List<ProductSnapshot>> lists =
                    products.listManyByCategory(List.of(Category.AUDIO, Category.TRAVEL));
            System.out.println(lists.keySet() + ", statements: " + (database.statements() - before));

            // For what you know to have changed past Hibernate: an import's ids, say.
            products.invalidateMany(ids);
            System.out.println("Still in memory of those: "
                    + ids.stream().filter(products::isCachedById).count());
        }
    }
}
