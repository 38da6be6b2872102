package com.example.blackbox.inheritance;

import jakarta.persistence.Entity;

@Entity
public class Car extends Vehicle {
    public int doors;
}
