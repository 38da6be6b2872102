package io.turnkey.internal.load;

import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows that one read of the source has for the second level: those that came in. Of one thread. */
public final class Offering<S, ID> {
    private final SharedRows<S, ID> shared;
    private final Function<S, ID> id;
    private final boolean renews;
    private final @Nullable Stamp stamp;
    private final List<Entry<S>> rows;

    private Offering(SharedRows<S, ID> shared, Function<S, ID> id, boolean renews) {
        this.shared = shared;
        this.id = id;
        this.renews = renews;
        this.stamp = shared.stamp();
        this.rows = stamp == null ? List.of() : new ArrayList<>();
    }

    /**
     * Of a read that begins now.
     *
     * @param renews whether rows are offered that were in memory already: what the second level has of them ends before they do
     */
    public static <S, ID> Offering<S, ID> begin(SharedRows<S, ID> shared, Function<S, ID> id, boolean renews) {
        return new Offering<>(shared, id, renews);
    }

    /** The source was read, and this is what became of a row. */
    public void add(Installed<S> installed) {
        Entry<S> entry = installed.entry();
        Outcome outcome = installed.outcome();
        if (entry == null || outcome == Outcome.OUTDATED || (outcome == Outcome.RENEWED && !renews)) {
            return;
        }
        if (outcome == Outcome.REPLACED) {
            // Nobody told of it: the second level may have what memory had, and in a version that seems to be newer.
            shared.outdated(List.of(id.apply(entry.snapshot())));
        }
        if (stamp != null) {
            rows.add(entry);
        }
    }

    /** Offers what there is. */
    public void send() {
        send(false);
    }

    /** The same; the second level was asked for these rows before, and did not have them. */
    void sendLacked() {
        send(true);
    }

    private void send(boolean lacked) {
        if (stamp != null && !rows.isEmpty()) {
            shared.offer(stamp, rows, lacked);
        }
    }
}
