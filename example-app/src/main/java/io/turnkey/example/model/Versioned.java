package io.turnkey.example.model;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** What can be changed by several people at once: the version lets the later of two changes fail instead of losing the earlier one. */
@MappedSuperclass
public abstract class Versioned {
    @Version
    private int version;

    public int getVersion() {
        return version;
    }
}
