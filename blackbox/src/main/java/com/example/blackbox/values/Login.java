package com.example.blackbox.values;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What must not be kept, and what must not be shown. */
@Entity
@Cacheable
public class Login {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String name;

    @CacheIgnore
    public String passwordHash;

    @SuppressWarnings("turnkey:secret-in-memory")
    public String apiToken;

    public int tokenVersion;
}
