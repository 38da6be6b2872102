package io.turnkey.internal.load;

import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one read of the source has for the second level: rows that came in, in batches. Of one thread. */
public final class Offering<S> {
    private static final int BATCH = 512;

    private final SharedRows<S> shared;
    private final boolean lacked;
    private final @Nullable Stamp stamp;
    private List<Entry<S>> rows = new ArrayList<>(0);

    private Offering(SharedRows<S> shared, boolean lacked) {
        this.shared = shared;
        this.lacked = lacked;
        this.stamp = shared.stamp();
    }

    /** Of a read that begins now. */
    public static <S> Offering<S> begin(SharedRows<S> shared) {
        return new Offering<>(shared, false);
    }

    /** Of a read that begins now, of rows that the second level was asked for and does not have. */
    static <S> Offering<S> ofLacked(SharedRows<S> shared) {
        return new Offering<>(shared, true);
    }

    /** The source was read, and this is what became of a row. */
    public void add(Installed<S> installed) {
        Entry<S> entry = installed.entry();
        boolean wanted = installed.outcome() == Outcome.KEPT || (lacked && installed.outcome() == Outcome.RENEWED);
        if (stamp != null && entry != null && wanted) {
            rows.add(entry);
            if (rows.size() == BATCH) {
                send();
            }
        }
    }

    /** Offers what there is. */
    public void send() {
        if (stamp != null && !rows.isEmpty()) {
            shared.offer(stamp, rows);
            rows = new ArrayList<>(0);
        }
    }
}
