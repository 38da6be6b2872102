package io.turnkey.example.model;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A currency of ISO 4217. */
@Entity
@Cacheable(load = LoadMode.FULL, ttl = "none")
public class Currency {
    /** Three letters: {@code EUR}. */
    @Id
    private String code;

    @KeyField
    @Column(unique = true)
    private int numericCode;

    private String name;

    private int fractionDigits;

    @SuppressWarnings("NullAway.Init")
    protected Currency() {}

    public Currency(String code, int numericCode, String name, int fractionDigits) {
        this.code = code;
        this.numericCode = numericCode;
        this.name = name;
        this.fractionDigits = fractionDigits;
    }

    public String getCode() {
        return code;
    }

    public int getNumericCode() {
        return numericCode;
    }

    public String getName() {
        return name;
    }

    public int getFractionDigits() {
        return fractionDigits;
    }
}
