package io.turnkey.redis.node;

import io.turnkey.redis.model.ModelCommands;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.exceptions.JedisException;

/** Removes copies that are not valid any more, part by part between other calls of the model. It only gives memory back: if it stops, their time to live does it. */
final class Reclaiming {
    private static final byte[] START = "0".getBytes(StandardCharsets.US_ASCII);

    private final ModelCommands commands;
    private final Trust trust;
    private final Lane lane;
    private final AtomicBoolean running = new AtomicBoolean();

    Reclaiming(ModelCommands commands, Trust trust, Lane lane) {
        this.commands = commands;
        this.trust = trust;
        this.lane = lane;
    }

    void start() {
        if (running.compareAndSet(false, true)) {
            lane.execute(() -> step(START));
        }
    }

    private void step(byte[] cursor) {
        byte[] next = null;
        try {
            next = trust.isGiven() ? commands.reclaim(cursor) : null;
        } catch (JedisException e) {
            // Whatever it is, the next call that matters finds out.
        }
        byte[] from = next;
        if (from == null) {
            running.set(false);
        } else {
            lane.execute(() -> step(from));
        }
    }
}
