package com.example.blackbox.relations;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

@Entity
@Cacheable
public class Role {
    @Id
    public String code;

    @KeyField
    @Column(unique = true)
    public String label;

    @ManyToMany(mappedBy = "roles")
    public Set<Team> teams = new HashSet<>();
}
