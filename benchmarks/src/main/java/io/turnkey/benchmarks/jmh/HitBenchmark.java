package io.turnkey.benchmarks.jmh;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.contender.Peer;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Requests;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Hits by id and by email: S1 to S4. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx5g"})
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls open first
public class HitBenchmark {
    /** Who is asked. */
    @Param
    public Peer peer;

    /** How many rows are in memory. */
    @Param("100000")
    public int rows;

    private Requests requests;
    private Accounts accounts;
    private Contender contender;

    /** Where a thread is in the requests. */
    @State(Scope.Thread)
    public static class Position {
        private int next = ThreadLocalRandom.current().nextInt();

        private int next(int length) {
            return next++ & (length - 1);
        }
    }

    /** Fills the cache. */
    @Setup(Level.Trial)
    public void open() {
        requests = Requests.of(rows);
        accounts = new Accounts(rows);
        contender = peer.open(accounts);
    }

    /** Empties it. */
    @TearDown(Level.Trial)
    public void close() {
        contender.close();
        accounts.close();
    }

    /** By id. */
    @Benchmark
    public @Nullable Object byId(Position position) {
        return contender.byId(requests.ids()[position.next(requests.ids().length)]);
    }

    /** By email. */
    @Benchmark
    public @Nullable Object byEmail(Position position) {
        return contender.byEmail(requests.emails()[position.next(requests.emails().length)]);
    }
}
