package io.turnkey.example.data;

import io.turnkey.example.model.Book;
import io.turnkey.example.model.Category;
import io.turnkey.example.model.Gadget;
import io.turnkey.example.model.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The products. Each follows from its number alone, so that every run sells the same. */
public final class Catalogue {
    private static final long SEED = 1;

    private static final List<Category> BOOKS =
            List.of(Category.NOVELS, Category.TRAVEL, Category.COOKERY, Category.SCIENCE);

    private static final Map<Category, List<String>> GADGETS = Map.of(
            Category.AUDIO, List.of("headphones", "speaker", "radio", "turntable"),
            Category.KITCHEN, List.of("kettle", "toaster", "scale", "blender"),
            Category.GARDEN, List.of("sprinkler", "hedge trimmer", "soil sensor", "pump"),
            Category.LIGHTING, List.of("desk lamp", "lantern", "light strip", "torch"));

    private static final List<Category> GADGET_CATEGORIES =
            GADGETS.keySet().stream().sorted().toList();

    private Catalogue() {}

    /** The product with this number, from 1; odd ones are books. */
    public static Product product(int number) {
        RandomGenerator random = new SplittableRandom(SEED * 1_000_003 + number);
        return number % 2 == 1 ? book(number, random) : gadget(number, random);
    }

    private static Book book(int number, RandomGenerator random) {
        Category category = Words.any(BOOKS, random);
        String title = "The " + Words.any(Words.TITLE_ADJECTIVES, random) + " " + Words.any(Words.TITLE_NOUNS, random);
        String author = Words.any(Words.FIRST_NAMES, random) + " " + Words.any(Words.LAST_NAMES, random);
        int pages = random.nextInt(90, 900);
        return new Book(
                (long) number,
                sku(category, number),
                Barcode.ofOwn(number),
                title,
                category,
                price(800 + pages * 3),
                author,
                pages);
    }

    private static Gadget gadget(int number, RandomGenerator random) {
        Category category = Words.any(GADGET_CATEGORIES, random);
        String brand = Words.any(Words.BRANDS, random);
        String device = Words.any(GADGETS.getOrDefault(category, List.of()), random);
        String name = brand + " " + device + " " + Words.any(Words.MODELS, random);
        return new Gadget(
                (long) number,
                sku(category, number),
                Barcode.ofOwn(number),
                name,
                category,
                price(random.nextInt(1_500, 40_000)),
                brand,
                12 * random.nextInt(1, 6));
    }

    private static String sku(Category category, int number) {
        return "%s-%05d".formatted(category.name().substring(0, 3), number);
    }

    /** Ends with 9, as prices do. */
    private static BigDecimal price(int cents) {
        return BigDecimal.valueOf(cents - cents % 10 + 9, 2);
    }
}
