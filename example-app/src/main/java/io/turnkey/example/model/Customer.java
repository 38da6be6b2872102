package io.turnkey.example.model;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.Set;

/** Somebody who buys, in one of several shops (tenants) that share the database. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"tenantId", "login"}))
@Cacheable(load = LoadMode.LAZY, ttl = "10m", maxSize = 20_000, negativeTtl = "30s")
@KeyFields({"tenantId", "login"})
public class Customer extends Versioned {
    @Id
    private Long id;

    private Long tenantId;

    private String login;

    @KeyField
    @Column(unique = true)
    private String email;

    private String name;

    @KeyField(unique = false)
    @Enumerated(EnumType.STRING)
    private CustomerStatus status;

    @Embedded
    private Address address;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    private Set<Topic> topics = new HashSet<>();

    @CacheIgnore
    private String passwordHash;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    public Customer(
            Long id, Long tenantId, String login, String email, String name, Address address, String passwordHash) {
        this.id = id;
        this.tenantId = tenantId;
        this.login = login;
        this.email = email;
        this.name = name;
        this.status = CustomerStatus.ACTIVE;
        this.address = address;
        this.passwordHash = passwordHash;
    }

    public Long getId() {
        return id;
    }

    public Long getTenantId() {
        return tenantId;
    }

    public String getLogin() {
        return login;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public CustomerStatus getStatus() {
        return status;
    }

    public void setStatus(CustomerStatus status) {
        this.status = status;
    }

    public Address getAddress() {
        return address;
    }

    public Set<Topic> getTopics() {
        return topics;
    }

    public String getPasswordHash() {
        return passwordHash;
    }
}
