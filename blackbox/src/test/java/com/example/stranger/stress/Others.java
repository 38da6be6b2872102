package com.example.stranger.stress;

import com.example.blackbox.fresh.SubscriberSnapshot;
import java.time.Instant;

/** Other processes that write the same table; what they write is known only from answers. */
public interface Others {
    /** There are none. */
    Others NONE = new Others() {
        @Override
        public boolean write(long row) {
            return false;
        }

        @Override
        public boolean mayHaveWritten(SubscriberSnapshot row, Instant asked) {
            return false;
        }

        @Override
        public void wentBack(long row, long number, long earlier, String text) {
            throw new IllegalStateException(text);
        }
    };

    /** Whether they write that row. */
    boolean write(long row);

    /** Whether the row that an answer shows may be theirs: this process has not written it. */
    boolean mayHaveWritten(SubscriberSnapshot row, Instant asked);

    /** An answer shows a row of theirs as write {@code number} left it, and an earlier one showed it in a later version. */
    void wentBack(long row, long number, long earlier, String text);
}
