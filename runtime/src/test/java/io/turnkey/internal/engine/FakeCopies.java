package io.turnkey.internal.engine;

import io.turnkey.spi.Member;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import io.turnkey.testing.engine.Gate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A second level that has what a test puts into it, answers when the test wants it to, and writes down what it is told; it keeps nothing of that. */
final class FakeCopies implements SecondLevel, SharedModel {
    /** What was asked for, call by call. */
    final List<List<Question>> reads = new CopyOnWriteArrayList<>();

    /** What was offered, call by call. */
    final List<Offered> offers = new CopyOnWriteArrayList<>();

    /** What it was told to forget. */
    final List<String> forgotten = new CopyOnWriteArrayList<>();

    private final Map<Question, Copy> copies = new ConcurrentHashMap<>();
    private final Queue<Gate> holds = new ConcurrentLinkedQueue<>();
    private volatile long sequence;
    private volatile String epoch = "epoch";
    /** Runs before rows are offered. */
    volatile Runnable beforeOffer = () -> {};

    private volatile boolean trusted = true;
    private volatile @Nullable Error failure;
    private @Nullable Member member;

    /**
     * What was offered together.
     *
     * @param lacked whether it was known not to be here
     * @param rows to be walked once
     */
    record Offered(Stamp stamp, boolean lacked, int most, Iterator<Fill> rows) {}

    void put(Question question, Copy copy) {
        copies.put(question, copy);
    }

    /** Holds the next read when it has its answer. */
    Gate holdNext() {
        Gate gate = new Gate();
        holds.add(gate);
        return gate;
    }

    /** Another process wrote something. */
    void next() {
        sequence++;
    }

    /** The history was lost. */
    void newEpoch() {
        epoch += "'";
    }

    /** Every call of a read or a load throws this from now on; {@code null}: none. */
    void fail(@Nullable Error failure) {
        this.failure = failure;
    }

    private void check() {
        Error thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    /** Whether it can be asked. */
    void trust(boolean trusted) {
        this.trusted = trusted;
    }

    @Override
    public SharedModel join(String model, String fingerprint, Member member) {
        this.member = member;
        return this;
    }

    /** Whoever joined hears the others. */
    void connect() {
        Objects.requireNonNull(member).lost();
        Objects.requireNonNull(member).connected();
    }

    @Override
    public Reading read(List<Question> questions) {
        check();
        if (!trusted) {
            return Reading.NONE;
        }
        reads.add(questions);
        Map<Question, Copy> found = new HashMap<>(copies);
        found.keySet().retainAll(Set.copyOf(questions));
        Stamp now = stamp();
        Gate hold = holds.poll();
        if (hold != null) {
            hold.pass();
        }
        return new Reading(now, found);
    }

    @Override
    public @Nullable Stamp stamp() {
        check();
        return trusted ? new Stamp(epoch, sequence) : null;
    }

    @Override
    public void fill(Stamp stamp, Collection<Fill> rows) {
        check();
        beforeOffer.run();
        offers.add(new Offered(stamp, true, rows.size(), List.copyOf(rows).iterator()));
    }

    @Override
    public void fillMissing(Stamp stamp, int most, Iterator<Fill> rows) {
        check();
        beforeOffer.run();
        offers.add(new Offered(stamp, false, most, rows));
    }

    @Override
    public void forget(Collection<String> ids) {
        check();
        forgotten.addAll(ids);
        drop(ids);
    }

    private void drop(Collection<String> ids) {
        copies.values().removeIf(copy -> ids.contains(copy.id()));
    }

    @Override
    public void publish(SharedChange change) {
        sequence++;
        if (change.ids() == null) {
            copies.clear();
        } else {
            drop(change.ids());
        }
    }

    @Override
    public void clear() {
        publish(SharedChange.everything());
    }

    @Override
    public long repairs() {
        return 0;
    }

    @Override
    public void start() {}

    @Override
    public boolean awaitFirstConnection(Duration timeout) {
        return trusted;
    }

    @Override
    public boolean isConnected() {
        return trusted;
    }

    @Override
    public int undelivered() {
        return 0;
    }

    @Override
    public void close() {}
}
