package com.example.blackbox.keys;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"tenantId", "login"}),
            @UniqueConstraint(columnNames = {"zip", "street", "tenantId"})
        })
@Cacheable
@KeyFields({"tenantId", "login"})
@KeyFields(
        value = {"place.zip", "place.street", "tenantId"},
        name = "address")
@KeyFields(
        value = {"tenantId", "level"},
        unique = false)
public class Membership {
    public enum Level {
        FREE,
        PAID
    }

    @Id
    public Long id;

    public long tenantId;

    public String login;

    @Enumerated(EnumType.ORDINAL)
    @Column(name = "the_level")
    public Level level;

    @Embedded
    public Place place;

    @KeyField
    @Column(name = "the_key", unique = true)
    public String key;

    @KeyField(unique = false)
    public Integer many;
}
