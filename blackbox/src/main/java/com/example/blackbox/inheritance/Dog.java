package com.example.blackbox.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Dog extends Animal {
    public Integer barks;

    /** A cat has an attribute of the same name and another type. */
    @Column(name = "dog_favourite")
    public String favourite;
}
