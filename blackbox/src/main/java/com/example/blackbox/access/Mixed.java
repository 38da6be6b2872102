package com.example.blackbox.access;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.Locale;

/** Field access, but for one attribute that changes its value on the way. */
@Entity
@Access(AccessType.FIELD)
@Cacheable
public class Mixed {
    @Id
    public Long id;

    public String plain;

    @Transient
    private String shout;

    @Access(AccessType.PROPERTY)
    @KeyField
    @Column(name = "loud", unique = true)
    public String getLoud() {
        return shout == null ? null : shout.toUpperCase(Locale.ROOT);
    }

    public void setLoud(String loud) {
        shout = loud;
    }
}
