package com.example.blackbox.relations;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** Has the id of its account. */
@Entity
@Cacheable
public class AccountDetail {
    @Id
    public Long id;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY)
    public Account account;

    public String text;
}
