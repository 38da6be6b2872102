package io.turnkey.benchmarks.model;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that is found by its id alone. */
@Entity
@Cacheable
public class Badge {
    @Id
    Long id;

    String name;
    long points;

    /** For Hibernate. */
    protected Badge() {}
}
