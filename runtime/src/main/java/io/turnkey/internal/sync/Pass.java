package io.turnkey.internal.sync;

import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.load.Offering;
import io.turnkey.internal.store.Coverage;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.SyncPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one run does, on its thread: reads the table, or what changed of it, and brings memory in line. */
final class Pass<S, ID> {
    /** Rows that are read by id are read in chunks of so many. */
    static final int CHUNK = 1024;

    /** As many rows are put in by the thread that reads them; what comes after is put in by another one, while the next are read. */
    static final int FEW = 1024;

    private final EntityModel<?, S, ID> model;
    private final CacheOptions options;
    private final EntitySource<S> source;
    private final Memory<S, ID> memory;
    private final Surroundings around;
    private final Run<S, ID> run;
    private final Store<S, ID> store;
    private final Coverage<ID> coverage;
    private @Nullable SyncPoint next;
    private long rows;
    private long removed;
    private boolean comparedAll;
    private final boolean renewal;

    Pass(
            EntityModel<?, S, ID> model,
            CacheOptions options,
            EntitySource<S> source,
            Memory<S, ID> memory,
            Surroundings around,
            Run<S, ID> run) {
        this.model = model;
        this.options = options;
        this.source = source;
        this.memory = memory;
        this.around = around;
        this.run = run;
        store = memory.store();
        coverage = memory.coverage();
        renewal = memory.shared().isRenewalDue();
    }

    /** How many rows were read. */
    long rows() {
        return rows;
    }

    /** How many left, since they are gone from the table. */
    long removed() {
        return removed;
    }

    /** Whether every row in memory was compared with the source. */
    boolean comparedAll() {
        return comparedAll;
    }

    /** Where the next incremental sync begins; {@code null} if nothing tells when a row changed. */
    @Nullable
    SyncPoint next() {
        return next;
    }

    /** Compares every row; answers {@code false} if something took back what was read, so that it must be read again. */
    boolean full() {
        rows = 0;
        removed = 0;
        long begun = coverage.begin();
        Ticket<S, ID> ticket = run.witnessedBy(memory.tickets().openForAll());
        // Before the rows are read: what changes while they are is found by the next sync.
        next = model.updatedAt() == null
                ? null
                : source.readChanged(null, options.syncOverlap(), row -> run.arrived(), run);
        if (coverage.isKeptWhole()) {
            table(ticket, begun);
        }
        if (coverage.isKeptWhole()) {
            lost();
            comparedAll = true;
        } else if (!run.isInitial()) {
            cached();
            comparedAll = true;
        }
        if (renewal && comparedAll && !ticket.isCancelled()) {
            memory.shared().renewed();
        }
        return !ticket.isCancelled();
    }

    private void table(Ticket<S, ID> ticket, long begun) {
        int most = options.maxSize();
        int limit = most == CacheOptions.UNLIMITED ? most : most + 1;
        Offering<S, ID> offering = offering();
        if (!reading(() -> table(ticket, limit, offering))) {
            return;
        }
        if (rows > most) {
            tooLarge();
            return;
        }
        run.waitsNoMore();
        removed += store.sweep(ticket, this::leaving);
        dropLists();
        coverage.complete(ticket, begun);
        offering.send();
        run.waitsAgain();
    }

    private void table(Ticket<S, ID> ticket, int limit, Offering<S, ID> offering) {
        Consumer<S> install = row -> install(ticket, row, offering);
        try (Pipeline<S> pipeline = new Pipeline<>(around.executor()::help, install)) {
            Consumer<S> pass = pipeline::add;
            source.readAll(limit, row -> offer(ticket, row, rows < FEW ? install : pass), run);
            pipeline.finish();
        }
        // What waited was not put in, and must not be taken for gone.
        abandonIfCancelled(ticket);
    }

    /** A row is gone from the table: before it leaves memory, so that who misses it there does not find it in the second level. */
    private void leaving(ID row) {
        memory.shared().outdated(List.of(row));
    }

    /** Of rows that have been renewed, too, if it is time for that: the second level would lose them. */
    private Offering<S, ID> offering() {
        return Offering.begin(memory.shared(), store::id, renewal);
    }

    private void offer(Ticket<S, ID> ticket, S row, Consumer<S> to) {
        arrived(ticket);
        if (rows <= options.maxSize()) {
            to.accept(row);
        }
    }

    private void install(Ticket<S, ID> ticket, S row, Offering<S, ID> offering) {
        if (!ticket.isCancelled()) {
            offering.add(store.installIfRoom(ticket, row));
            run.putIn();
        }
    }

    private void arrived(Ticket<S, ID> ticket) {
        run.arrived();
        abandonIfCancelled(ticket);
        rows++;
    }

    private static void abandonIfCancelled(Ticket<?, ?> ticket) {
        if (ticket.isCancelled()) {
            throw new Run.Abandoned();
        }
    }

    /** Reads; answers {@code false} if it ended early since the ticket was cancelled. */
    private boolean reading(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (Run.Abandoned e) {
            // If the run was given up this throws again; else there is another attempt.
            run.arrived();
            return false;
        }
    }

    private void tooLarge() {
        if (options.load() == LoadMode.FULL) {
            throw new CacheLoadException(model + " has more rows than maxSize = " + options.maxSize()
                    + ", but load = FULL keeps the whole table: raise maxSize, or use load = AUTO or LAZY");
        }
        coverage.keepWhole(false);
        around.log()
                .info(
                        model.name(),
                        "{} has more rows than maxSize = {}: it is not kept whole, rows come when they are asked for (load = LAZY)",
                        model,
                        options.maxSize());
    }

    /** A list whose load began before now may lack, or hold, what was found: who asks again gets a new one. */
    private void dropLists() {
        memory.lists().dropOlder(memory.tickets().now());
    }

    /** Reads the rows that memory is known to lack; answers whether there was room for all. */
    boolean lost() {
        Set<ID> lost = coverage.lost();
        return lost == null || inChunks(lost.iterator(), store::installIfRoom);
    }

    /** Reads the rows that are in memory. */
    private void cached() {
        inChunks(
                store.entries().stream()
                        .map(entry -> store.id(entry.snapshot()))
                        .iterator(),
                store::installIfPresent);
        dropLists();
    }

    private boolean inChunks(Iterator<ID> left, BiFunction<Ticket<S, ID>, S, Installed<S>> install) {
        boolean room = true;
        while (left.hasNext()) {
            List<ID> chunk = new ArrayList<>(CHUNK);
            while (left.hasNext() && chunk.size() < CHUNK) {
                chunk.add(left.next());
            }
            room &= chunk(chunk, install);
        }
        return room;
    }

    private boolean chunk(List<ID> ids, BiFunction<Ticket<S, ID>, S, Installed<S>> install) {
        boolean room = true;
        try (Ticket<S, ID> ticket = run.under(memory.tickets().open(model.id(), ids))) {
            Map<ID, S> found = new HashMap<>();
            Offering<S, ID> offering = offering();
            source.read(model.id(), ids, Integer.MAX_VALUE, run).forEach(row -> found.put(store.id(row), row));
            run.arrived();
            run.waitsNoMore();
            for (ID id : ids) {
                S row = found.get(id);
                if (row == null) {
                    leaving(id);
                    removed += store.gone(ticket, id) ? 1 : 0;
                } else {
                    rows++;
                    Installed<S> installed = install.apply(ticket, row);
                    offering.add(installed);
                    room &= installed.outcome() != Outcome.NO_ROOM;
                }
            }
            run.waitsAgain();
            offering.send();
        }
        return room;
    }

    /** Reads what changed since {@code cursor}; answers {@code false} if some of it had no room, or was taken back, so that every row must be compared. */
    boolean changed(SyncPoint cursor) {
        boolean whole = coverage.isKeptWhole();
        Increment increment = new Increment(whole);
        Ticket<S, ID> ticket = run.witnessedBy(memory.tickets().openForAll());
        reading(() -> next = source.readChanged(cursor, options.syncOverlap(), row -> increment.add(ticket, row), run));
        run.waitsNoMore();
        increment.offering.send();
        if (increment.surprised) {
            dropLists();
        }
        run.waitsAgain();
        return !ticket.isCancelled() && !increment.lackedRoom && (!whole || lost());
    }

    /** The rows of an incremental read. */
    private final class Increment {
        private final Offering<S, ID> offering = Offering.begin(memory.shared(), store::id, false);
        private final boolean whole;
        private boolean lackedRoom;
        private boolean surprised;

        Increment(boolean whole) {
            this.whole = whole;
        }

        void add(Ticket<S, ID> ticket, S row) {
            arrived(ticket);
            Installed<S> installed = whole ? store.installIfRoom(ticket, row) : store.installIfPresent(ticket, row);
            offering.add(installed);
            Outcome outcome = installed.outcome();
            // Memory did not know this copy: nobody can tell which lists hold the one before.
            surprised |= outcome != Outcome.RENEWED;
            lackedRoom |= whole && outcome == Outcome.NO_ROOM;
            if (outcome != Outcome.KEPT && outcome != Outcome.REPLACED) {
                memory.answers().about(store.id(row), row);
            }
        }
    }
}
