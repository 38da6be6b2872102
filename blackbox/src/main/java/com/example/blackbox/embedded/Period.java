package com.example.blackbox.embedded;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A record whose order of components is not that of the alphabet, which Hibernate sorts by. */
@Embeddable
public record Period(
        @Column(name = "period_start") LocalDate start,
        @Column(name = "period_end") LocalDate end,
        @Column(name = "period_label") String label) {}
