package com.example.blackbox.collections;

import jakarta.persistence.Embeddable;
import java.util.Objects;

@Embeddable
public class Track {
    public String name;
    public int seconds;

    protected Track() {}

    public Track(String name, int seconds) {
        this.name = name;
        this.seconds = seconds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Track track && seconds == track.seconds && Objects.equals(name, track.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, seconds);
    }
}
