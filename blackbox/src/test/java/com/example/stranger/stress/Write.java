package com.example.stranger.stress;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** One attempt of a writer: its number, and what it makes of each row. */
public final class Write {
    /** How far it has come. */
    public enum Outcome {
        OPEN,
        COMMITTING,
        COMMITTED,
        UNKNOWN,
        TAKEN_BACK
    }

    /** What a row is afterwards; without an e-mail there is no row. */
    public record State(String email, String login, String tier) {
        static final State ABSENT = new State(null, null, null);

        public boolean isPresent() {
            return email != null;
        }
    }

    public final long number;
    final String by;
    private final Map<Long, State> states = new TreeMap<>();
    public volatile Outcome outcome = Outcome.OPEN;

    /** When the commit had returned. */
    public volatile Instant committed = Instant.MIN;

    Write(long number, String by) {
        this.number = number;
        this.by = by;
    }

    boolean mayBeSeen() {
        Outcome now = outcome;
        return now == Outcome.COMMITTING || now == Outcome.COMMITTED || now == Outcome.UNKNOWN;
    }

    void state(long row, State state) {
        states.put(row, state);
    }

    /** What it makes of each row, by id. */
    public Map<Long, State> states() {
        return states;
    }

    @Override
    public String toString() {
        return number + " " + outcome + " by " + by + " " + states;
    }
}
