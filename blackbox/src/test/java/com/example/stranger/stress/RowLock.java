package com.example.stranger.stress;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a writer locks before it writes the row of this id, whether or not there is such a row; the database releases it when it commits, which is before the writer knows. */
@Entity
public class RowLock {
    @Id
    public Long id;

    protected RowLock() {}

    public RowLock(Long id) {
        this.id = id;
    }
}
