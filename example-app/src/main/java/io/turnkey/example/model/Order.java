package io.turnkey.example.model;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a customer ordered at one time. */
@Entity
@Table(name = "orders")
@Cacheable(load = LoadMode.LAZY, ttl = "10m")
public class Order extends Versioned {
    @Id
    private Long id;

    /** What stands on the invoice: {@code 2026-000001}. */
    @KeyField
    @Column(unique = true)
    private String number;

    @KeyField(unique = false)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Customer customer;

    private Instant placedAt;

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    public Order(Long id, String number, Customer customer, Instant placedAt) {
        this.id = id;
        this.number = number;
        this.customer = customer;
        this.placedAt = placedAt;
    }

    public Long getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public Customer getCustomer() {
        return customer;
    }

    public Instant getPlacedAt() {
        return placedAt;
    }
}
