package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

/** The row differs from what the entity says, and there is no version. */
@Entity
@Cacheable(loadTimeout = "1m")
public class Gauge {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String code;

    @Column(updatable = false)
    public String serial;

    /** Filled by the database alone. */
    @Column(insertable = false, updatable = false)
    @ColumnDefault("'idle'")
    public String state;

    @Column(precision = 10, scale = 2)
    public BigDecimal reading;

    @ElementCollection
    public Set<String> marks = new HashSet<>();

    protected Gauge() {}

    public Gauge(Long id, String code, String serial, BigDecimal reading) {
        this.id = id;
        this.code = code;
        this.serial = serial;
        this.reading = reading;
    }
}
