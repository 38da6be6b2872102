package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable(loadTimeout = "1m")
public class Branch {
    @Id
    public Long id;

    public String city;

    protected Branch() {}

    public Branch(Long id, String city) {
        this.id = id;
        this.city = city;
    }
}
