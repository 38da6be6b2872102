package com.example.blackbox.embedded;

import jakarta.persistence.Embeddable;

@Embeddable
public record Geo(Double latitude, Double longitude) {}
