package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** No key but the id, and nothing else. */
@Entity
@Cacheable
public class Keyless {
    @Id
    public Long id;
}
