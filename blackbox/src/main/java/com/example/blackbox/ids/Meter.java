package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A primitive id, whose column has yet another name. */
@Entity
@Cacheable
public class Meter {
    @Id
    @GeneratedValue
    @Column(name = "meter_pk")
    public long uid;

    @Column(name = "the_reading")
    public double reading;
}
