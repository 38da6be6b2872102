package com.example.blackbox.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;

@Entity
public class Cat extends Animal {
    @Column(name = "cat_favourite")
    public Integer favourite;

    @ElementCollection
    public Set<String> prey = new HashSet<>();
}
