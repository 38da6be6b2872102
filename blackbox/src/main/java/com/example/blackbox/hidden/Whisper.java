package com.example.blackbox.hidden;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable
@SuppressWarnings("turnkey:not-in-registry")
class Whisper {
    @Id
    Long id;

    @KeyField
    @Column(unique = true)
    String word;
}
