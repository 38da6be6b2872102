package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable
public class Airport {
    @Id
    public String iata;

    @KeyField(unique = false)
    public String city;
}
