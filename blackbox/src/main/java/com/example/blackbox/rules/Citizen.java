package com.example.blackbox.rules;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable(view = Named.class)
public class Citizen implements Named {
    @Id
    private Long id;

    private String firstName;

    @KeyField
    @Column(unique = true)
    private String lastName;

    private boolean adult;

    protected Citizen() {}

    public Citizen(Long id, String firstName, String lastName, boolean adult) {
        this.id = id;
        this.firstName = firstName;
        this.lastName = lastName;
        this.adult = adult;
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getFirstName() {
        return firstName;
    }

    @Override
    public String lastName() {
        return lastName;
    }

    @Override
    public boolean isAdult() {
        return adult;
    }
}
