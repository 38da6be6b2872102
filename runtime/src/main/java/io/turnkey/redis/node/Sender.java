package io.turnkey.redis.node;

import io.turnkey.redis.model.ModelCommands;
import io.turnkey.redis.model.Offer;
import io.turnkey.redis.model.Position;
import io.turnkey.redis.node.Outbox.QueuedFill;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.exceptions.JedisDataException;

/** Sends what waits in an {@link Outbox}, on the model's lane: invalidations first, then rows. */
final class Sender {
    private static final int ROWS_AT_ONCE = 64;
    private static final int BYTES_AT_ONCE = 1 << 20;
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private final ModelCommands commands;
    private final Outbox outbox;
    private final Trust trust;
    private final Lane lane;
    private final Signals signals;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Sender(ModelCommands commands, Outbox outbox, Trust trust, Lane lane, Signals signals) {
        this.commands = commands;
        this.outbox = outbox;
        this.trust = trust;
        this.lane = lane;
        this.signals = signals;
    }

    /** Sends soon, if Redis is there. From any thread. */
    void kick() {
        if (trust.isGiven() && scheduled.compareAndSet(false, true)) {
            lane.execute(this::step);
        }
    }

    /** Sends everything that is there, then runs {@code done}; unless the connection fails. From any thread. */
    void drain(Runnable done) {
        lane.execute(() -> {
            if (trust.isGiven() && sendSome()) {
                drain(done);
            } else {
                done.run();
            }
        });
    }

    /** On the lane: tells every write that waits. */
    void flush() {
        while (sendInvalidation()) {
            // Others may go on writing: each round takes what has come.
        }
    }

    private void step() {
        scheduled.set(false);
        if (trust.isGiven() && sendSome()) {
            kick();
        }
    }

    private boolean sendSome() {
        try {
            return sendInvalidation() || sendRows();
        } catch (RuntimeException e) {
            trust.take();
            signals.broken(e);
            return false;
        }
    }

    private boolean sendInvalidation() {
        try {
            if (outbox.beginRenewal()) {
                Position begun = commands.renew();
                outbox.renewed();
                signals.moved(begun);
                return true;
            }
            SharedChange change = outbox.nextChange();
            if (change == null) {
                return false;
            }
            Position position = commands.invalidate(change);
            outbox.acknowledged();
            answered(position);
            return true;
        } catch (RuntimeException e) {
            outbox.failed();
            throw e;
        }
    }

    private boolean sendRows() {
        Stamp now = trust.stamp();
        List<QueuedFill> rows = outbox.nextFills(ROWS_AT_ONCE);
        if (now == null || rows.isEmpty()) {
            return false;
        }
        List<Offer> offers = new ArrayList<>();
        long bytes = 0;
        for (QueuedFill row : rows) {
            if (row.stamp().epoch().equals(now.epoch())) {
                bytes += add(offers, row);
            }
            if (bytes > BYTES_AT_ONCE) {
                send(now.epoch(), offers);
                offers.clear();
                bytes = 0;
            }
        }
        if (!offers.isEmpty()) {
            send(now.epoch(), offers);
        }
        return true;
    }

    private int add(List<Offer> offers, QueuedFill row) {
        Fill fill = row.fill();
        Long expires = fill.expiresAtNanos();
        long left = expires == null ? LONGEST_LIFE.toMillis() : (expires - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            return 0;
        }
        try {
            byte[] bytes = fill.bytes().get();
            offers.add(new Offer(
                    fill.id(), row.stamp().sequence(), fill.version(), left, expires != null, fill.keyHashes(), bytes));
            return bytes.length;
        } catch (RuntimeException e) {
            signals.reported("fill", e);
            return 0;
        }
    }

    private void send(String epoch, List<Offer> offers) {
        try {
            answered(commands.fill(epoch, offers));
        } catch (JedisDataException e) {
            // The server is there, and refuses: it has no memory left, for one.
            signals.reported("fill", e);
        }
    }

    private void answered(Position position) {
        Stamp known = trust.stamp();
        if (known != null && !known.epoch().equals(position.epoch())) {
            signals.moved(position);
        }
        trust.seen(position);
    }
}
