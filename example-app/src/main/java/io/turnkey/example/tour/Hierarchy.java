package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.BookSnapshot;
import io.turnkey.example.model.GadgetSnapshot;
import io.turnkey.example.model.OrderLineCache;
import io.turnkey.example.model.OrderLineId;
import io.turnkey.example.model.ProductCache;
import io.turnkey.example.model.ProductSnapshot;

/** Entities that are more than one class, and ids that are more than one column. */
final class Hierarchy implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        ProductCache products = scene.caches().get(ProductCache.class);
        OrderLineCache lines = scene.caches().get(OrderLineCache.class);
        narrator.chapter(
                "Subclasses and embedded ids",
                "Book and Gadget extend Product: one cache, whose snapshots are a BookSnapshot or a GadgetSnapshot."
                        + " An order line's id is an @EmbeddedId, and getById takes just that.");
        narrator.read(
                products,
                "products.getById(1L)",
                () -> products.getById(1L),
                product -> Describe.found(product, Hierarchy::describe));
        narrator.read(
                products,
                "products.getById(2L)",
                () -> products.getById(2L),
                product -> Describe.found(product, Hierarchy::describe));
        narrator.read(
                lines,
                "lines.getById(new OrderLineId(1L, 1))",
                () -> lines.getById(new OrderLineId(1L, 1)),
                line -> Describe.found(
                        line, row -> row.quantity() + " of product " + row.productId() + " at " + row.unitPrice()));
    }

    private static String describe(ProductSnapshot product) {
        if (product instanceof BookSnapshot book) {
            return "a book: " + book.name() + " by " + book.author() + ", " + book.pages() + " pages";
        }
        if (product instanceof GadgetSnapshot gadget) {
            return "a gadget: " + gadget.name() + ", " + gadget.warrantyMonths() + " months of warranty";
        }
        return product.toString();
    }
}
