package com.example.blackbox.inheritance;

import jakarta.persistence.Entity;

@Entity
public class Cabriolet extends Car {
    public boolean open;
}
