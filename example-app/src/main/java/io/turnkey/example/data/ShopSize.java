package io.turnkey.example.data;

/**
 * How many rows the shop has, apart from the reference data.
 *
 * @param products the products, half of them books
 * @param customers the customers
 * @param orders the orders, of one to four lines each
 */
public record ShopSize(int products, int customers, int orders) {
    /** What the tour shows. */
    public static final ShopSize FULL = new ShopSize(20_000, 50_000, 5_000);

    /** What the short examples need. */
    public static final ShopSize SMALL = new ShopSize(200, 200, 200);

    /** The least that the tour has something to show with. */
    private static final int LEAST = 200;

    /** Checks the numbers. */
    public ShopSize {
        if (products < LEAST || customers < LEAST || orders < LEAST) {
            throw new IllegalArgumentException("The tour needs at least " + LEAST
                    + " products, customers and orders, but got " + products + ", " + customers + " and " + orders);
        }
    }
}
