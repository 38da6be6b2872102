package com.example.blackbox;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;

/** An attribute that only Java's serialization can read: the model has no JSON form. Its durations are written in every way there is. */
@Entity
@Cacheable(
        ttl = "none",
        maxStale = "90s",
        staleIfError = "PT5M",
        refreshInterval = "1h",
        syncOverlap = "2m",
        negativeTtl = "500ms")
public class Opaque {
    @Id
    public Long id;

    public Sealed sealed;

    protected Opaque() {}

    public Opaque(Long id, Sealed sealed) {
        this.id = id;
        this.sealed = sealed;
    }

    public record Sealed(int content) implements Serializable {}
}
