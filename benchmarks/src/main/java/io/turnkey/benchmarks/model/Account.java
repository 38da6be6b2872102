package io.turnkey.benchmarks.model;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/** An entity of a usual size, found by its id and two unique keys; Hibernate's second-level cache, where it is switched on, knows it by its natural id. */
@Entity
@Cacheable
@jakarta.persistence.Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@NaturalIdCache
public class Account {
    @Id
    Long id;

    @NaturalId(mutable = true)
    @KeyField
    @Column(unique = true, nullable = false)
    String email;

    @KeyField
    @Column(unique = true, nullable = false)
    String code;

    String name;
    String city;
    long balance;
    boolean active;
    Instant createdAt;

    @Version
    int version;

    /** For Hibernate. */
    protected Account() {}

    /** An account that nobody has changed yet. */
    public Account(Long id, String email, String code, String name, String city, long balance, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.code = code;
        this.name = name;
        this.city = city;
        this.balance = balance;
        this.active = true;
        this.createdAt = createdAt;
    }

    /** The id. */
    public Long id() {
        return id;
    }

    /** Has another balance from now on. */
    public void balance(long balance) {
        this.balance = balance;
    }
}
