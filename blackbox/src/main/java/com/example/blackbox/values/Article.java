package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Converted attributes, one of them a key. */
@Entity
@Cacheable
public class Article {
    @Id
    public Long id;

    public Money price;

    @KeyField
    @Column(unique = true)
    public Money deposit;

    @Convert(converter = YesNoConverter.class)
    public Boolean stocked;

    @Convert(converter = YesNoConverter.class)
    @KeyField(unique = false)
    public Boolean listed;
}
