package com.example.blackbox.rules;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

/** A deleted row stays in the table. */
@Entity
@SoftDelete
@Cacheable
public class Draft {
    @Id
    public Long id;

    @KeyField(unique = false)
    public String author;
}
