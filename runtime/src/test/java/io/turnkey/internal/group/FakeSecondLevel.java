package io.turnkey.internal.group;

import io.turnkey.RedisOptions;
import io.turnkey.spi.Member;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SecondLevelProvider;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A second level that notes what it is asked to do, and of which a test decides how it is. */
final class FakeSecondLevel implements SecondLevelProvider, SecondLevel {
    /** Each call but for reads, in order; others add to it. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    volatile BooleanSupplier onAwait = () -> true;
    volatile Runnable onClose = () -> {};
    volatile boolean connected = true;
    volatile int undelivered;
    volatile @Nullable Observer observer;

    SecondLevels found() {
        return new SecondLevels(List.of(this));
    }

    @Override
    public SecondLevel open(RedisOptions options, String group, Observer told) {
        calls.add("open " + group);
        observer = told;
        return this;
    }

    @Override
    public SharedModel join(String model, String fingerprint, Member member) {
        calls.add("join " + model);
        return new Nothing();
    }

    @Override
    public void start() {
        calls.add("start");
    }

    @Override
    public boolean awaitFirstConnection(Duration timeout) {
        waits.add(timeout);
        return onAwait.getAsBoolean();
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public int undelivered() {
        return undelivered;
    }

    @Override
    public void close() {
        calls.add("close");
        onClose.run();
    }

    /** Has no copies and tells nobody. */
    private static final class Nothing implements SharedModel {
        @Override
        public Reading read(List<Question> questions) {
            return Reading.NONE;
        }

        @Override
        public @Nullable Stamp stamp() {
            return null;
        }

        @Override
        public void fill(Stamp stamp, Collection<Fill> rows) {}

        @Override
        public void fillMissing(Stamp stamp, int most, Iterator<Fill> rows) {}

        @Override
        public void forget(Collection<String> ids) {}

        @Override
        public void publish(SharedChange change) {}

        @Override
        public long repairs() {
            return 0;
        }

        @Override
        public void clear() {}
    }
}
