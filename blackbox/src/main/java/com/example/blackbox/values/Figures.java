package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of every kind, primitive and boxed. */
@Entity
@Cacheable
public class Figures {
    @Id
    public Long id;

    public byte primitiveByte;
    public short primitiveShort;
    public int primitiveInt;

    @KeyField
    @Column(unique = true)
    public long primitiveLong;

    public float primitiveFloat;
    public double primitiveDouble;
    public boolean primitiveBoolean;
    public char primitiveChar = 'x';

    public Byte boxedByte;
    public Short boxedShort;
    public Integer boxedInteger;
    public Long boxedLong;
    public Float boxedFloat;
    public Double boxedDouble;
    public Boolean boxedBoolean;
    public Character boxedCharacter;

    @Column(precision = 12, scale = 3)
    public BigDecimal decimal;

    @KeyField(unique = false)
    @Column(precision = 30)
    public BigInteger integer;
}
