package io.turnkey.example.model;

import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** A product to plug in. */
@Entity
public class Gadget extends Product {
    private String brand;

    private int warrantyMonths;

    @SuppressWarnings("NullAway.Init")
    protected Gadget() {}

    public Gadget(
            Long id,
            String sku,
            String barcode,
            String name,
            Category category,
            BigDecimal price,
            String brand,
            int warrantyMonths) {
        super(id, sku, barcode, name, category, price);
        this.brand = brand;
        this.warrantyMonths = warrantyMonths;
    }

    public String getBrand() {
        return brand;
    }

    public int getWarrantyMonths() {
        return warrantyMonths;
    }
}
