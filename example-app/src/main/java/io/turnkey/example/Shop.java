package io.turnkey.example;

import io.turnkey.example.console.Terminal;
import io.turnkey.example.data.ShopSize;
import io.turnkey.example.tour.Tour;

/** Runs the tour: {@code mvn -q compile exec:java}, with {@code -Dredis=embedded} beside a Redis and a second node. */
public final class Shop {
    private Shop() {}

    /**
     * Shows a shop of the usual size.
     *
     * @param sizes nothing, or how many products, customers and orders the shop shall have
     */
    public static void main(String... sizes) {
        Tour tour = new Tour(Terminal.system());
        String redis = System.getProperty("redis");
        if (redis == null) {
            tour.run(size(sizes));
        } else if (redis.equals("embedded")) {
            tour.runWithRedis(size(sizes));
        } else {
            throw new IllegalArgumentException("-Dredis=embedded starts a Redis, but it was " + redis);
        }
    }

    private static ShopSize size(String... sizes) {
        return switch (sizes.length) {
            case 0 -> ShopSize.FULL;
            case 3 -> new ShopSize(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
            default ->
                throw new IllegalArgumentException(
                        "Give three numbers (products, customers, orders), or none for the usual size");
        };
    }
}
