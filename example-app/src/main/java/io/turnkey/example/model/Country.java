package io.turnkey.example.model;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166: three keys of its own, each as good as the other. */
@Entity
@Cacheable(load = LoadMode.FULL, ttl = "none")
public class Country {
    /** Two letters: {@code NL}. */
    @Id
    private String code;

    /** Three letters: {@code NLD}. */
    @KeyField
    @Column(unique = true)
    private String alpha3;

    @KeyField
    @Column(unique = true)
    private String name;

    /** Not every country has one: Antarctica has none. */
    @KeyField(unique = false)
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Currency currency;

    @SuppressWarnings("NullAway.Init")
    protected Country() {}

    public Country(String code, String alpha3, String name, @Nullable Currency currency) {
        this.code = code;
        this.alpha3 = alpha3;
        this.name = name;
        this.currency = currency;
    }

    public String getCode() {
        return code;
    }

    public String getAlpha3() {
        return alpha3;
    }

    public String getName() {
        return name;
    }

    public @Nullable Currency getCurrency() {
        return currency;
    }
}
