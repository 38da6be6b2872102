package com.example.blackbox;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of another module, which has a registry of its own: the tests are compiled after, and apart from, what they test. */
@Entity
@Cacheable
public class Beacon {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String signal;

    protected Beacon() {}

    public Beacon(Long id, String signal) {
        this.id = id;
        this.signal = signal;
    }
}
