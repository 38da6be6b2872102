package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.redis.model.Found;
import io.turnkey.redis.model.Position;
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
import java.util.Set;
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
            return reading(Set.copyOf(asked), await(reads.ask(asked)), look);
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

    /** What was answered in time: of a question that is large, maybe any part. */
    private List<Found> await(List<CompletableFuture<Found>> answers) {
        long deadline = System.nanoTime() + commandTimeout.toNanos();
        try {
            for (CompletableFuture<Found> answer : answers) {
                answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            if (answers.stream().noneMatch(RedisModel::hasSucceeded)) {
                fail(new CacheException("Redis did not answer within " + commandTimeout.toMillis() + " ms", e));
            }
        } catch (ExecutionException e) {
            fail(new CacheException("Redis could not be read", e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answers.forEach(answer -> answer.cancel(false));
        }
        return answers.stream()
                .filter(RedisModel::hasSucceeded)
                .map(CompletableFuture::join)
                .toList();
    }

    private static boolean hasSucceeded(CompletableFuture<Found> answer) {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    private void fail(CacheException cause) {
        trust.take();
        signals.broken(cause);
    }

    private Reading reading(Set<Question> asked, List<Found> answers, Look look) {
        Map<Question, Copy> rows = new HashMap<>();
        Stamp earliest = null;
        for (Found found : answers) {
            Position position = found.position();
            Stamp now = trust.stamp();
            if (now == null) {
                return Reading.NONE;
            }
            if (!now.epoch().equals(position.epoch())) {
                signals.moved(position);
                return Reading.NONE;
            }
            trust.seen(position);
            report(found);
            found.rows().forEach((question, copy) -> {
                // Now, since it may have been written, and that even been told, while the answer was under way.
                if (asked.contains(question) && outbox.isReadable(copy.id(), look)) {
                    rows.put(question, copy);
                }
            });
            if (earliest == null || position.sequence() < earliest.sequence()) {
                earliest = new Stamp(position.epoch(), position.sequence());
            }
        }
        return new Reading(earliest, rows);
    }

    private void report(Found found) {
        if (found.unreadable() > 0) {
            signals.reported(
                    "read", new CacheException(found.unreadable() + " values in Redis are damaged, or no copies"));
        }
        // Once: while two versions of an application run, each finds the other's copies all the time.
        if (found.foreign() > 0 && foreignTold.compareAndSet(false, true)) {
            signals.reported(
                    "read",
                    new CacheException(
                            "There are copies in Redis that another version of the model, or with another copyFormat, wrote"));
        }
    }
}
