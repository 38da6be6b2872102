package io.turnkey.internal.engine;

import io.turnkey.spi.Member;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One node's second level, in memory, for one model. What is told reaches the other {@linkplain #hears nodes} at once, on the teller's thread; what is offered is a copy for all of them, until a write of its row is
 * told. A test plays the connection, and what else there is to be heard through {@link #member}.
 */
final class FakeSecondLevel implements SecondLevel, SharedModel {
    /** What was told of writes. */
    final List<SharedChange> told = new CopyOnWriteArrayList<>();

    /** The rows that were offered. */
    final List<Fill> offered = new CopyOnWriteArrayList<>();

    private final List<FakeSecondLevel> others = new CopyOnWriteArrayList<>();
    private final Map<Question, Copy> copies;
    private @Nullable Member member;
    private Consumer<SharedChange> beforePublish = change -> {};
    private volatile Runnable afterRead = () -> {};
    private volatile int cleared;
    private volatile boolean connected;
    private boolean known;

    private FakeSecondLevel(Map<Question, Copy> copies) {
        this.copies = copies;
    }

    /** Of the first node. */
    static FakeSecondLevel create() {
        return new FakeSecondLevel(new ConcurrentHashMap<>());
    }

    /** Of another node, which hears this one and is heard by it. */
    FakeSecondLevel another() {
        FakeSecondLevel other = new FakeSecondLevel(copies);
        other.others.add(this);
        others.add(other);
        return other;
    }

    /** Told of what a test makes up. */
    Member member() {
        return Objects.requireNonNull(member);
    }

    /** The subscription stands; at the first time, nobody knows what was before. */
    FakeSecondLevel connect() {
        if (!known) {
            member().lost();
        }
        known = true;
        connected = true;
        member().connected();
        return this;
    }

    /** The connection is lost, and every copy with it. */
    void disconnect() {
        connected = false;
        evict();
        member().disconnected();
    }

    /** Drops every copy. */
    void evict() {
        copies.clear();
    }

    /** Is called before a write is told, on the thread that tells it. */
    void beforePublish(Consumer<SharedChange> action) {
        beforePublish = action;
    }

    /** Is called between what was found and the answer, on the thread that asks. */
    void afterRead(Runnable action) {
        afterRead = action;
    }

    /** Drops what leads from keys to copies. */
    void evictKeys() {
        copies.keySet().removeIf(question -> question.key() != null);
    }

    /** How often everything was cleared. */
    int cleared() {
        return cleared;
    }

    @Override
    public SharedModel join(String model, String fingerprint, Member member) {
        this.member = member;
        return this;
    }

    @Override
    public Reading read(List<Question> questions) {
        Stamp now = stamp();
        if (now == null) {
            return Reading.NONE;
        }
        Map<Question, Copy> found = new HashMap<>(copies);
        found.keySet().retainAll(Set.copyOf(questions));
        afterRead.run();
        return new Reading(now, found);
    }

    @Override
    public @Nullable Stamp stamp() {
        return connected ? new Stamp("epoch", told.size()) : null;
    }

    @Override
    public void fill(Stamp stamp, Collection<Fill> rows) {
        offered.addAll(rows);
        for (Fill row : rows) {
            Copy copy = new Copy(row.id(), row.bytes().get(), Duration.ofMinutes(1));
            copies.put(new Question(null, row.id()), copy);
            row.keyHashes().get().forEach((key, hash) -> copies.put(new Question(key, hash), copy));
        }
    }

    @Override
    public void fillMissing(Stamp stamp, int most, Iterator<Fill> rows) {
        List<Fill> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        fill(stamp, all);
    }

    @Override
    public void forget(Collection<String> ids) {
        copies.values().removeIf(copy -> ids.contains(copy.id()));
    }

    @Override
    public void publish(SharedChange change) {
        beforePublish.accept(change);
        told.add(change);
        Set<String> ids = change.ids();
        copies.values().removeIf(copy -> ids == null || ids.contains(copy.id()));
        others.forEach(other -> other.member().changed(change));
    }

    @Override
    public void clear() {
        cleared++;
        publish(SharedChange.everything());
    }

    @Override
    public long repairs() {
        return 0;
    }

    @Override
    public int undelivered() {
        return 0;
    }

    @Override
    public void start() {}

    @Override
    public boolean awaitFirstConnection(Duration timeout) {
        return connected;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void close() {}
}
