package com.example.blackbox.relations;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

@Entity
@Cacheable
public class Account {
    @Id
    public Long id;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "profile", unique = true)
    @KeyField
    public Profile profile;

    public String iban;
}
