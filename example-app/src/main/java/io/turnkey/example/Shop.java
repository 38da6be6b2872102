package io.turnkey.example;

import io.turnkey.example.console.Terminal;
import io.turnkey.example.data.ShopSize;
import io.turnkey.example.tour.Tour;

/** Runs the tour: {@code mvn -q compile exec:java}. */
public final class Shop {
    private Shop() {}

    /**
     * Shows a shop of the usual size.
     *
     * @param sizes nothing, or how many products, customers and orders the shop shall have
     */
    public static void main(String... sizes) {
        new Tour(Terminal.system()).run(size(sizes));
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
