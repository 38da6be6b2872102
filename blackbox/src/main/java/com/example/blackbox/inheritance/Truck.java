package com.example.blackbox.inheritance;

import com.example.blackbox.relations.Customer;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Truck extends Vehicle {
    public double tons;

    @ManyToOne(fetch = FetchType.LAZY)
    public Customer haulier;
}
