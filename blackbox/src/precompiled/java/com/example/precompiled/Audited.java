package com.example.precompiled;

import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** A generic superclass, compiled before the entities that extend it. */
@MappedSuperclass
public abstract class Audited<I> {
    @Id
    private I id;

    @KeyField
    @Column(unique = true)
    private String reference;

    private Instant createdAt;

    public I getId() {
        return id;
    }

    public void setId(I id) {
        this.id = id;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }
}
