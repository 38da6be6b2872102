package com.example.blackbox.relations;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.UUID;

@Entity
@Cacheable
public class Profile {
    @Id
    public UUID id;

    public String motto;

    @OneToOne(mappedBy = "profile")
    public Account account;
}
