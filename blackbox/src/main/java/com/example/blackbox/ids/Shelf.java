package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
@Cacheable
public class Shelf {
    @EmbeddedId
    public ShelfId id;

    @KeyField(unique = false)
    public String topic;
}
