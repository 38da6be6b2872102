package com.example.blackbox.relations;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Owns a many-to-many and a one-to-many with a join table. */
@Entity
@Cacheable
public class Team {
    @Id
    @GeneratedValue
    public Integer id;

    public String name;

    @ManyToMany
    public Set<Role> roles = new HashSet<>();

    @OneToMany
    @OrderBy("email")
    public List<Customer> sponsors = new ArrayList<>();
}
