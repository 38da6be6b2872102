package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.redis.model.Found;
import io.turnkey.redis.node.QueuedFill.Presence;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the engine calls, on any thread. */
final class RedisModel implements SharedModel {
    private final Trust trust;
    private final Outbox outbox;
    private final Sender sender;
    private final Reads reads;
    private final Reclaiming reclaiming;
    private final Signals signals;
    private final LongSupplier repairs;
    private final Duration commandTimeout;
    private final AtomicBoolean foreignTold = new AtomicBoolean();

    RedisModel(
            Trust trust,
            Outbox outbox,
            Sender sender,
            Reads reads,
            Reclaiming reclaiming,
            Signals signals,
            LongSupplier repairs,
            Duration commandTimeout) {
        this.trust = trust;
        this.outbox = outbox;
        this.sender = sender;
        this.reads = reads;
        this.reclaiming = reclaiming;
        this.signals = signals;
        this.repairs = repairs;
        this.commandTimeout = commandTimeout;
    }

    @Override
    public Reading read(List<Question> questions) {
        List<Question> asked = questions.stream()
                .filter(question -> question.key() != null || outbox.isReadable(question.value()))
                .toList();
        if (!trust.isGiven() || asked.isEmpty()) {
            return Reading.NONE;
        }
        Look look = outbox.begin();
        try {
            Found found = await(reads.ask(asked));
            return found == null ? Reading.NONE : reading(asked, found, look);
        } finally {
            outbox.end(look);
        }
    }

    @Override
    public @Nullable Stamp stamp() {
        return trust.loading();
    }

    @Override
    public void fill(Stamp stamp, Collection<Fill> rows) {
        if (isCurrent(stamp)) {
            outbox.offer(stamp, rows, Presence.LACKED);
            sender.kick();
        }
    }

    @Override
    public void fillMissing(Stamp stamp, int most, Iterator<Fill> rows) {
        if (!isCurrent(stamp)) {
            return;
        }
        if (outbox.hasRoom(most)) {
            List<Fill> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            outbox.offer(stamp, all, Presence.UNKNOWN);
        } else {
            outbox.offerLater(stamp, most, rows);
        }
        sender.kick();
    }

    private boolean isCurrent(Stamp stamp) {
        Stamp now = trust.loading();
        return now != null && now.epoch().equals(stamp.epoch());
    }

    @Override
    public void forget(Collection<String> ids) {
        outbox.forget(ids);
        sender.kick();
    }

    @Override
    public void publish(SharedChange change) {
        outbox.publish(change);
        sender.kick();
    }

    @Override
    public void clear() {
        publish(SharedChange.everything());
        reclaiming.start();
    }

    @Override
    public long repairs() {
        return repairs.getAsLong();
    }

    /** How many rows' writes have not been told for certain. */
    int undelivered() {
        return outbox.undelivered();
    }

    private @Nullable Found await(CompletableFuture<Found> answer) {
        try {
            return answer.get(commandTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            fail(new CacheException("Redis did not answer within " + commandTimeout.toMillis() + " ms", e));
        } catch (ExecutionException e) {
            fail(new CacheException("Redis could not be read", e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void fail(CacheException cause) {
        trust.take();
        signals.broken(cause);
    }

    private Reading reading(List<Question> asked, Found found, Look look) {
        Stamp now = trust.stamp();
        if (now == null) {
            return Reading.NONE;
        }
        if (!now.epoch().equals(found.position().epoch())) {
            signals.moved(found.position());
            return Reading.NONE;
        }
        trust.seen(found.position());
        report(found);
        Map<Question, Copy> rows = new HashMap<>();
        for (Question question : asked) {
            Copy copy = found.rows().get(question);
            // Now, since it may have been written, and that even been told, while the answer was under way.
            if (copy != null && outbox.isReadable(copy.id(), look)) {
                rows.put(question, copy);
            }
        }
        return new Reading(new Stamp(found.position().epoch(), found.position().sequence()), rows);
    }

    private void report(Found found) {
        if (found.unreadable() > 0) {
            signals.reported(
                    "read", new CacheException(found.unreadable() + " values in Redis are damaged, or no copies"));
        }
        // Once: while two versions of an application run, each finds the other's copies all the time.
        if (found.foreign() > 0 && foreignTold.compareAndSet(false, true)) {
            signals.reported(
                    "read", new CacheException("There are copies in Redis that another version of the model wrote"));
        }
    }
}
