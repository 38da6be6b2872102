package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "grants")
@IdClass(GrantId.class)
@Cacheable
public class Grant {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public Parcel owner;

    @Id
    public String permission;

    @KeyField
    @Column(unique = true)
    public String serial;
}
