package com.example.blackbox.relations;

import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.Shelf;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Nullable to-one associations: lazy and eager, to simple ids and to composite ones, one to itself. */
@Entity
@Cacheable
@KeyFields(
        value = {"customer", "state"},
        unique = false)
public class Purchase {
    @Id
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @KeyField(unique = false)
    public Customer customer;

    @ManyToOne
    @KeyField(unique = false)
    public Purchase followUpOf;

    @ManyToOne
    public Seat seat;

    @ManyToOne(fetch = FetchType.LAZY)
    public Shelf shelf;

    public String state;
}
