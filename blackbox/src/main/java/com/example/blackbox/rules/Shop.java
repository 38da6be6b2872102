package com.example.blackbox.rules;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SQLRestriction;

/** Rows of closed shops are there, but JPA does not find them. */
@Entity
@SQLRestriction("closed = false")
@Cacheable
public class Shop {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String sign;

    public boolean closed;
}
