package com.example.blackbox.embedded;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Two embeddables of one type, nested ones, and keys that lead through them. */
@Entity
@Cacheable
@KeyFields(
        value = {"home.city", "home.street"},
        unique = false)
@KeyFields(
        value = {"home.geo.latitude", "home.geo.longitude"},
        name = "position",
        unique = false)
@SuppressWarnings("turnkey:inexact-key")
public class Contact {
    @Id
    public Long id;

    @Embedded
    public Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street"))
    @AttributeOverride(name = "city", column = @Column(name = "work_city"))
    @AttributeOverride(name = "geo.latitude", column = @Column(name = "work_latitude"))
    @AttributeOverride(name = "geo.longitude", column = @Column(name = "work_longitude"))
    public Address work;

    @Embedded
    public Period period;

    @Version
    public int version;
}
