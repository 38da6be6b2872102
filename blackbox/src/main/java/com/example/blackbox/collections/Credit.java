package com.example.blackbox.collections;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record Credit(
        @Column(nullable = false) String who,
        @Column(nullable = false) String what) {}
