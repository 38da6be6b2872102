package io.turnkey.example.model;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.math.BigDecimal;

/** What the shop sells. The cache belongs to the root of the hierarchy and answers with books and gadgets. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@Cacheable(ttl = "10m")
public abstract class Product extends Versioned {
    @Id
    private Long id;

    /** The shop's own number: {@code NOV-00001}. */
    @KeyField
    @Column(unique = true)
    private String sku;

    /** EAN-13, with its check digit. */
    @KeyField
    @Column(unique = true, length = 13)
    private String barcode;

    private String name;

    @KeyField(unique = false)
    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    protected Product(Long id, String sku, String barcode, String name, Category category, BigDecimal price) {
        this.id = id;
        this.sku = sku;
        this.barcode = barcode;
        this.name = name;
        this.category = category;
        this.price = price;
    }

    public Long getId() {
        return id;
    }

    public String getSku() {
        return sku;
    }

    public String getBarcode() {
        return barcode;
    }

    public String getName() {
        return name;
    }

    public Category getCategory() {
        return category;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }
}
