package com.example.blackbox;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;

/** A set of URLs, which to fill is to ask name servers: the model has no JSON form. */
@Entity
@Cacheable
@SuppressWarnings("URLEqualsHashCode") // awkward on purpose
public class Bookmark {
    @Id
    public Long id;

    @ElementCollection
    public Set<URL> pages = new HashSet<>();

    protected Bookmark() {}

    public Bookmark(Long id) {
        this.id = id;
    }
}
