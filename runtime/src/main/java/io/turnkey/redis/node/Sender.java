package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.redis.model.ModelCommands;
import io.turnkey.redis.model.Needed;
import io.turnkey.redis.model.Offer;
import io.turnkey.redis.model.Outline;
import io.turnkey.redis.model.Position;
import io.turnkey.redis.model.Standing;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Sends what waits in an {@link Outbox}, on the model's lane: invalidations first, then what drops copies, then rows. */
final class Sender {
    private static final int DROPPED_AT_ONCE = 500;
    private static final int ASKED_AT_ONCE = 512;

    /** Of so many rows one is asked for. */
    private static final int SAMPLED = 8;

    private static final int ROWS_AT_ONCE = 128;
    private static final int BYTES_AT_ONCE = 1 << 20;

    private final ModelCommands commands;
    private final Outbox outbox;
    private final Trust trust;
    private final Lane lane;
    private final Executor threads;
    private final Signals signals;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** The epoch in which Redis acknowledged a write, and when it last did. Both of the lane. */
    private @Nullable String toldIn;

    private long toldAt;

    Sender(ModelCommands commands, Outbox outbox, Trust trust, Lane lane, Executor threads, Signals signals) {
        this.commands = commands;
        this.outbox = outbox;
        this.trust = trust;
        this.lane = lane;
        this.threads = threads;
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

    /** On the lane: tells every write that waits; before each call that is about rows, since others shall hear of a write at once, however many rows wait. What it makes outdated is refused. */
    void flush() {
        while (sendInvalidation()) {
            // Others may go on writing: each round takes what has come.
        }
    }

    /**
     * On the lane: a server answered, which was asked at {@code asked}. What was told in another epoch since this one has begun was told to another server, a master that had been replaced, and is lost: nobody knows any more
     * what it was.
     */
    void arrived(Standing standing, long asked) {
        if (toldIn != null && !toldIn.equals(standing.position().epoch())) {
            if (asked - toldAt <= standing.age().toNanos()) {
                outbox.publish(SharedChange.everything());
            }
            toldIn = null;
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
            return sendInvalidation() || dropCopies() || sendRows();
        } catch (Throwable e) {
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
            if (toldIn == null || toldIn.equals(position.epoch())) {
                toldIn = position.epoch();
                toldAt = System.nanoTime();
            }
            answered(position);
            return true;
        } catch (Throwable e) {
            outbox.failed();
            throw e;
        }
    }

    private boolean dropCopies() {
        List<String> ids = outbox.nextOutdated(DROPPED_AT_ONCE);
        if (ids.isEmpty()) {
            return false;
        }
        try {
            commands.forget(ids);
            outbox.dropped();
            return true;
        } catch (Throwable e) {
            outbox.failed();
            throw e;
        }
    }

    private boolean sendRows() {
        Stamp now = trust.stamp();
        List<QueuedFill> rows = now == null ? List.of() : nextRows();
        if (now == null || rows.isEmpty()) {
            return false;
        }
        try {
            List<Timed> timed = timed(rows, now.epoch());
            sendRows(now.epoch(), needed(now.epoch(), timed));
            return true;
        } finally {
            outbox.sent();
        }
    }

    private List<QueuedFill> nextRows() {
        try {
            return outbox.nextFills(ASKED_AT_ONCE);
        } catch (Throwable e) {
            outbox.dropBacklog();
            signals.reported("fill", e);
            return List.of();
        }
    }

    /** A row that is still alive. */
    private record Timed(QueuedFill queued, Outline outline) {}

    private static List<Timed> timed(List<QueuedFill> rows, String epoch) {
        List<Timed> timed = new ArrayList<>(rows.size());
        for (QueuedFill row : rows) {
            Fill fill = row.fill();
            Outline outline = new Outline(fill.id(), row.stamp().sequence(), fill.version(), fill.expiresAtNanos());
            if (outline.millis() > 0 && row.stamp().epoch().equals(epoch)) {
                timed.add(new Timed(row, outline));
            }
        }
        return timed;
    }

    /** Those that Redis lacks. Of a table a sample is asked for first: most nodes find that another one has been here before, and the first one that nobody has. */
    private List<Timed> needed(String epoch, List<Timed> rows) {
        List<Timed> needed = new ArrayList<>(rows.size());
        List<Timed> unknown = new ArrayList<>(rows.size());
        List<Timed> sample = new ArrayList<>();
        List<Timed> others = new ArrayList<>();
        for (Timed row : rows) {
            switch (row.queued().presence()) {
                case LACKED -> needed.add(row);
                case UNKNOWN -> unknown.add(row);
                case AS_OTHERS -> ((sample.size() + others.size()) % SAMPLED == 0 ? sample : others).add(row);
            }
        }
        needed.addAll(lacking(epoch, unknown));
        List<Timed> sampled = lacking(epoch, sample);
        needed.addAll(sampled);
        if (!sampled.isEmpty()) {
            needed.addAll(sampled.size() == sample.size() ? others : lacking(epoch, others));
        }
        return needed;
    }

    private List<Timed> lacking(String epoch, List<Timed> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        flush();
        Needed answer =
                commands.lacking(epoch, rows.stream().map(Timed::outline).toList());
        answered(answer.position());
        return answer.rows().stream().map(rows::get).toList();
    }

    /** While a call is under way, what follows is written down on another thread, or on this one if none is free by then. */
    private void sendRows(String epoch, List<Timed> rows) {
        Iterator<Timed> left = rows.iterator();
        List<Offer> offers = written(left);
        while (!offers.isEmpty()) {
            FutureTask<List<Offer>> next = new FutureTask<>(() -> written(left));
            if (left.hasNext()) {
                threads.execute(next);
            }
            try {
                send(epoch, offers);
            } catch (Throwable e) {
                next.cancel(false);
                throw e;
            }
            offers = result(next);
        }
    }

    private static <T> T result(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheException("Interrupted while rows were written down", e);
        } catch (ExecutionException e) {
            throw new CacheException("Rows could not be written down", e.getCause());
        }
    }

    /** The next rows, as many as go at once; none after the last. */
    private List<Offer> written(Iterator<Timed> rows) {
        List<Offer> offers = new ArrayList<>();
        long bytes = 0;
        while (offers.size() < ROWS_AT_ONCE && bytes <= BYTES_AT_ONCE && rows.hasNext()) {
            bytes += add(offers, rows.next());
        }
        return offers;
    }

    private int add(List<Offer> offers, Timed row) {
        Fill fill = row.queued().fill();
        try {
            byte[] bytes = fill.bytes().get();
            offers.add(new Offer(row.outline(), fill.keyHashes().get(), bytes));
            return bytes.length;
        } catch (Throwable e) {
            signals.reported("fill", e);
            return 0;
        }
    }

    private void send(String epoch, List<Offer> offers) {
        flush();
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
