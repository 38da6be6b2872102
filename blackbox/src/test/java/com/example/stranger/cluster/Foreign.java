package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.stress.Others;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a node's answers show of the other nodes' writes: which states, and when each was asked for last. The test judges it. */
final class Foreign implements Others {
    private final NodeSettings settings;
    private final Wire wire;
    private final Map<RowState, Instant> shown = new ConcurrentHashMap<>();

    Foreign(NodeSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    @Override
    public boolean write(long row) {
        return !settings.owns(row);
    }

    @Override
    public boolean mayHaveWritten(SubscriberSnapshot row, Instant asked) {
        shown.merge(RowState.of(row), asked, (one, other) -> one.isBefore(other) ? other : one);
        return true;
    }

    @Override
    public void wentBack(long row, long number, long earlier, String text) {
        wire.say("back", row, number, earlier, text);
    }

    /** Tells what was shown since this was last done. */
    void tell() {
        for (RowState row : shown.keySet()) {
            Instant asked = shown.remove(row);
            if (asked != null) {
                wire.say("shown", row.text(), Wire.micros(asked));
            }
        }
    }
}
