package com.example.stranger.redis;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;

/** What {@link com.example.blackbox.fresh.Subscriber} becomes in the next version of the application: one column and key more, one fewer. */
@Entity
@Table(name = "Subscriber", uniqueConstraints = @UniqueConstraint(columnNames = {"tenant", "login"}))
@Cacheable(name = "Subscriber", loadTimeout = "1m")
@KeyFields({"tenant", "login"})
@SuppressWarnings("turnkey:not-in-registry")
class NextSubscriber {
    @Id
    Long id;

    @KeyField
    @Column(unique = true)
    String email;

    Long tenant;

    String login;

    String body;

    @KeyField
    @Column(unique = true)
    String nickname;

    @Version
    Long version;
}
