package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** The id is an Integer of another name, and the database gives it. */
@Entity
@Cacheable
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer number;

    @KeyField
    @Column(unique = true)
    public String barcode;
}
