package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Names that a record, the generated code or SQL has another use for. */
@Entity
@Cacheable
@SuppressWarnings({"UnicodeInCode", "VariableNameSameAsType"})
public class Awkward {
    @Id
    @Column(name = "awkward_id")
    public Long key;

    @KeyField
    @Column(name = "wait_column", unique = true)
    public String wait;

    @Column(name = "hash_code")
    public int hashCode;

    public String notify;
    public String clone;
    public String toString;
    public String finalize;
    public String getClass;

    @Column(name = "default")
    public String default_;

    @KeyField(unique = false)
    @Column(name = "select")
    public String select;

    @Column(name = "from")
    public String from;

    @Column(name = "row")
    public String row;

    public String of;
    public String find;
    public String reference;
    public String entity;
    public String entityManager;
    public String engine;
    public String snapshot;
    public String other;
    public String text;
    public String record;
    public String value;
    public String values;
    public String equals;
    public String toEntity;
    public String String;
    public String Long;
    public String _leading;
    public String UPPER;
    public String aB;
    public String straße;
}
