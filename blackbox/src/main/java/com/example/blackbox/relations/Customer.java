package com.example.blackbox.relations;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
@Cacheable
public class Customer {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String email;

    @OneToMany(mappedBy = "customer")
    public List<Purchase> purchases = new ArrayList<>();
}
