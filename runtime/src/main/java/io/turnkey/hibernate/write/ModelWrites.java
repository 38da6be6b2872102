package io.turnkey.hibernate.write;

import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.Write;
import io.turnkey.spi.WriteSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What one transaction wrote to one model: collected until it completes, blocked from then on. Never throws: a failure is told when the transaction has ended, and whatever was missed is dropped then. */
final class ModelWrites<ID> {
    /** Of more rows nobody remembers which: a long import must not fill the writer's memory, and has changed most of what a cache holds anyway. */
    static final int MOST_ROWS = 10_000;

    private final Feed<ID> feed;
    private final Map<ID, RowWrite<ID>> rows = new LinkedHashMap<>();
    private final List<PendingWrites> pending = new ArrayList<>(1);
    private boolean blocking;
    private boolean tooMany;
    private boolean everything;
    private boolean everythingBlocked;
    private @Nullable Throwable failure;

    private ModelWrites(Feed<ID> feed, boolean blocking) {
        this.feed = feed;
        this.blocking = blocking;
    }

    /** For a transaction that is under way. */
    static <ID> ModelWrites<ID> collecting(Feed<ID> feed) {
        return new ModelWrites<>(feed, false);
    }

    /** For one that is completing: each write is blocked at once. */
    static <ID> ModelWrites<ID> blocking(Feed<ID> feed) {
        return new ModelWrites<>(feed, true);
    }

    void row(RowEvent event) {
        if (tooMany) {
            return;
        }
        guarded(() -> {
            RowReader<?, ID> reader = feed.reader(event.persister());
            ID id = reader == null ? null : reader.id(event.id(), event.session());
            if (reader == null || id == null) {
                everything = true;
            } else {
                KeyValues before = reader.before(event);
                KeyValues after = reader.after(event);
                write(id).add(event.kind(), before, after);
            }
            blockIfCompleting();
        });
    }

    void collection(EntityPersister owner, Object ownerId) {
        if (tooMany) {
            return;
        }
        guarded(() -> {
            RowReader<?, ID> reader = feed.reader(owner);
            ID id = reader == null ? null : reader.id(ownerId, null);
            if (id == null) {
                everything = true;
            } else {
                write(id);
            }
            blockIfCompleting();
        });
    }

    void everything() {
        guarded(() -> {
            everything = true;
            blockIfCompleting();
        });
    }

    /** Blocks what was collected, and from now on each further write. */
    void block() {
        blocking = true;
        guarded(this::blockCollected);
    }

    /** The transaction has ended. */
    void end(Outcome outcome) {
        if (!blocking && outcome != Outcome.ROLLED_BACK) {
            block();
        }
        pending.forEach(writes -> guarded(() -> writes.settle(outcome)));
        abandon();
    }

    /** Nobody will say how the transaction ended. */
    void abandon() {
        pending.clear();
        if (failure != null) {
            feed.failed(failure);
        }
    }

    private RowWrite<ID> write(ID id) {
        return rows.computeIfAbsent(id, RowWrite::new);
    }

    private void blockIfCompleting() {
        if (rows.size() > MOST_ROWS || pending.size() > MOST_ROWS) {
            tooMany = true;
            everything = true;
            rows.clear();
        }
        if (blocking) {
            blockCollected();
        }
    }

    private void blockCollected() {
        WriteSink<ID> sink = feed.sink();
        if (sink == null) {
            return;
        }
        if (everything && !everythingBlocked) {
            pending.add(sink.blockAll());
            everythingBlocked = true;
        }
        if (!rows.isEmpty()) {
            List<Write<ID>> writes =
                    rows.values().stream().map(RowWrite::merged).toList();
            rows.clear();
            pending.add(sink.block(writes));
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        } else if (!failure.equals(e)) {
            failure.addSuppressed(e);
        }
        everything = true;
    }
}
