package io.turnkey.testing.engine;

import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.SyncPoint;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table in memory: committed rows, counted statements, and reads that can be held, or fail, on the way. */
public final class Table implements EntitySource<Row> {
    /** Where a read is held. */
    public enum Moment {
        /** Before it holds a connection. */
        CONNECTING,
        /** Before it reads. */
        BEFORE,
        /** When it has read, before it answers. */
        AFTER
    }

    private record Hold(Moment moment, Gate gate) {}

    private record Point(long moment) implements SyncPoint {}

    private final TreeMap<Long, Row> rows = new TreeMap<>();

    /** When each row was changed, by the clock that its writer had. */
    private final TreeMap<Long, Long> changedAt = new TreeMap<>();

    /** Where each read of changed rows began. */
    private final Queue<Long> begins = new ConcurrentLinkedQueue<>();

    private volatile long now = 1_000;
    private final AtomicInteger statements = new AtomicInteger();
    private final Queue<Hold> holds = new ConcurrentLinkedQueue<>();
    private volatile @Nullable RuntimeException failure;
    private volatile boolean ignoresCase;
    private volatile Consumer<Row> beforeRow = row -> {};

    /** Commits these rows, inserted or replaced, together. */
    public void put(Row... committed) {
        putAt(now, committed);
    }

    /** Commits these rows with the time of change that their writer's clock shows, or showed when it wrote them. */
    public synchronized void putAt(long moment, Row... committed) {
        for (Row row : committed) {
            rows.put(row.id(), row);
            changedAt.put(row.id(), moment);
        }
    }

    /** Sets the database's clock. */
    public void now(long moment) {
        now = moment;
    }

    /** Where each read of changed rows began, on the database's clock. */
    public List<Long> begins() {
        return List.copyOf(begins);
    }

    /** Commits a deletion. */
    public synchronized void delete(long id) {
        rows.remove(id);
    }

    /** The committed row. */
    public synchronized @Nullable Row row(long id) {
        return rows.get(id);
    }

    /** The committed rows. */
    public synchronized List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** How many statements were executed. */
    public int statements() {
        return statements.get();
    }

    /** Holds the next read that nothing holds yet; reads take the holds in the order in which these were made. */
    public Gate holdNext(Moment moment) {
        Hold hold = new Hold(moment, new Gate());
        holds.add(hold);
        return hold.gate();
    }

    /** Lets all reads fail, until it is called with {@code null}. */
    public void fail(@Nullable RuntimeException failure) {
        this.failure = failure;
    }

    /** Is called before each row that a read of the whole table, or of what changed, passes on. */
    public void beforeRow(Consumer<Row> action) {
        beforeRow = action;
    }

    /** Compares strings as a database with a lax collation does. */
    public void ignoreCase() {
        ignoresCase = true;
    }

    @Override
    public <K> List<Row> read(KeyModel<Row, K> key, Collection<? extends K> values, int limit, LoadContext context) {
        return execute(
                context,
                () -> rows().stream()
                        .filter(row -> values.stream()
                                .anyMatch(value -> matches(value, key.of().apply(row))))
                        .limit(limit + 1L)
                        .toList());
    }

    private boolean matches(Object asked, @Nullable Object carried) {
        return ignoresCase && asked instanceof String text && carried instanceof String other
                ? text.equalsIgnoreCase(other)
                : asked.equals(carried);
    }

    @Override
    public void readAll(int limit, Consumer<? super Row> sink, LoadContext context) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit is " + limit);
        }
        execute(context, this::rows).stream().limit(limit).forEach(row -> pass(row, sink));
    }

    @Override
    public SyncPoint readChanged(
            @Nullable SyncPoint since, Duration overlap, Consumer<? super Row> sink, LoadContext context) {
        Point next = next(overlap);
        RuntimeException thrown = failure;
        if (since instanceof Point point) {
            begins.add(point.moment());
            execute(context, () -> changedSince(point.moment())).forEach(row -> pass(row, sink));
        } else if (thrown != null) {
            throw thrown;
        }
        return next;
    }

    private void pass(Row row, Consumer<? super Row> sink) {
        beforeRow.accept(row);
        sink.accept(row);
    }

    private synchronized Point next(Duration overlap) {
        long newest =
                changedAt.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE / 2);
        return new Point(Math.min(newest, now) - overlap.toMillis());
    }

    private synchronized List<Row> changedSince(long moment) {
        return rows.values().stream()
                .filter(row -> changedAt.getOrDefault(row.id(), Long.MIN_VALUE) >= moment)
                .toList();
    }

    private List<Row> execute(LoadContext context, Supplier<List<Row>> reading) {
        Hold hold = holds.poll();
        pass(hold, Moment.CONNECTING);
        context.connected();
        pass(hold, Moment.BEFORE);
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        statements.incrementAndGet();
        List<Row> read = reading.get();
        pass(hold, Moment.AFTER);
        return read;
    }

    private static void pass(@Nullable Hold hold, Moment moment) {
        if (hold != null && hold.moment() == moment) {
            hold.gate().pass();
        }
    }
}
