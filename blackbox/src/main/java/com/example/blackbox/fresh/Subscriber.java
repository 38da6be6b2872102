package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;

/** Every kind of key, and a version. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"tenant", "login"}))
@Cacheable(loadTimeout = "1m")
@KeyFields({"tenant", "login"})
public class Subscriber {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String email;

    public Long tenant;

    public String login;

    @KeyField(unique = false)
    public String tier;

    public String body;

    @Version
    public Long version;

    protected Subscriber() {}

    public Subscriber(Long id, String email, String login, String tier, String body) {
        this.id = id;
        this.email = email;
        this.tenant = 1L;
        this.login = login;
        this.tier = tier;
        this.body = body;
    }
}
