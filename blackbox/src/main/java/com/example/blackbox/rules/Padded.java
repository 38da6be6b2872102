package com.example.blackbox.rules;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The database pads its key with blanks, and ignores them when it compares. */
@Entity
@Cacheable
public class Padded {
    @Id
    public Long id;

    @KeyField
    @Column(columnDefinition = "char(8)", unique = true)
    public String code;
}
