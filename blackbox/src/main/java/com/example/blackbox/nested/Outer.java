package com.example.blackbox.nested;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Holds an entity, an enum that it uses, and an entity one level deeper. */
public final class Outer {
    private Outer() {}

    public enum Status {
        ACTIVE,
        LOCKED
    }

    @Entity(name = "OuterUser")
    @Table(name = "outer_user")
    @Cacheable
    public static class User {
        @Id
        public Long id;

        @KeyField
        @Column(unique = true)
        public String email;

        @KeyField(unique = false)
        @Enumerated(EnumType.STRING)
        public Status status;
    }

    public interface Deeper {
        @Entity(name = "OuterDeeperTag")
        @Table(name = "outer_deeper_tag")
        @Cacheable(name = "deeper-tag")
        class Tag {
            @Id
            public Integer id;

            @KeyField
            @Column(unique = true)
            public String word;
        }
    }
}
