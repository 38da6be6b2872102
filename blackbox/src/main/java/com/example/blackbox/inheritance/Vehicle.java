package com.example.blackbox.inheritance;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** A table for each class, joined; the root is concrete. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Cacheable
public class Vehicle {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String plate;
}
