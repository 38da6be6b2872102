package io.turnkey.example.model;

import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** A product to read. */
@Entity
public class Book extends Product {
    private String author;

    private int pages;

    @SuppressWarnings("NullAway.Init")
    protected Book() {}

    public Book(
            Long id,
            String sku,
            String barcode,
            String name,
            Category category,
            BigDecimal price,
            String author,
            int pages) {
        super(id, sku, barcode, name, category, price);
        this.author = author;
        this.pages = pages;
    }

    public String getAuthor() {
        return author;
    }

    public int getPages() {
        return pages;
    }
}
