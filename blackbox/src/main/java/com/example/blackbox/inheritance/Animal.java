package com.example.blackbox.inheritance;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;

/** One table for all; the root is abstract. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@Cacheable
public abstract class Animal {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String chip;

    @KeyField(unique = false)
    public String owner;

    @Version
    public Integer version;
}
