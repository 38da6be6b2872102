package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Others write it, and say when. */
@Entity
@Cacheable(load = LoadMode.FULL, updatedAt = "changedAt", loadTimeout = "1m", syncOverlap = "1m", ttl = "1h")
public class Sample {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String code;

    public String content;

    public Instant changedAt;

    protected Sample() {}

    public Sample(Long id, String code, String content, Instant changedAt) {
        this.id = id;
        this.code = code;
        this.content = content;
        this.changedAt = changedAt;
    }
}
