package com.example.blackbox.inheritance;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.math.BigDecimal;
import java.util.UUID;

/** A whole table for each class; the key is inherited, so no constraint spans the tables. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Cacheable
public abstract class Payment {
    @Id
    public UUID id;

    public BigDecimal amount;

    @KeyField(unique = false)
    public String payer;
}
