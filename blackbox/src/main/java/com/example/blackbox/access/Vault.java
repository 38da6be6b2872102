package com.example.blackbox.access;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Private fields and no accessor at all; the one constructor without arguments is private too. */
@Entity
@Cacheable
public class Vault {
    @Id
    private Long id;

    @KeyField
    @Column(unique = true)
    private String code;

    private int doors;

    private final String brand;

    private Vault() {
        brand = null;
    }

    public Vault(Long id, String code, int doors, String brand) {
        this.id = id;
        this.code = code;
        this.doors = doors;
        this.brand = brand;
    }

    @Override
    public String toString() {
        return id + " " + code + " " + doors + " " + brand;
    }
}
