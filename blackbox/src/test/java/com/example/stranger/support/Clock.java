package com.example.stranger.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is told to go on. */
public final class Clock implements InstantSource {
    private volatile Instant now = Instant.now();

    @Override
    public Instant instant() {
        return now;
    }

    /** Goes on by {@code duration}. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }
}
