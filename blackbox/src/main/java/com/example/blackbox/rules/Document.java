package com.example.blackbox.rules;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
@Cacheable
public class Document {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String slug;

    public String body;

    @Version
    public Long version;
}
