package io.turnkey.redis;

import io.turnkey.spi.Member;
import io.turnkey.spi.SharedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Remembers what it was told. */
final class RecordingMember implements Member {
    final List<Object> told = new CopyOnWriteArrayList<>();

    /** Runs when it is told that everything was lost. */
    volatile Runnable onLost = () -> {};

    @Override
    public void changed(SharedChange change) {
        told.add(change);
    }

    @Override
    public void lost() {
        told.add("lost");
        onLost.run();
    }

    @Override
    public void disconnected() {
        told.add("disconnected");
    }

    @Override
    public void connected() {
        told.add("connected");
    }

    boolean wasTold(String what) {
        return told.contains(what);
    }

    /** Whether that row is not served any more from what was there at an index of {@link #told}. */
    boolean dropped(String id, int from) {
        Predicate<Object> drops = news -> news.equals("lost")
                || news instanceof SharedChange change
                        && (change.ids() == null || change.ids().contains(id));
        return new ArrayList<>(told).stream().skip(from).anyMatch(drops);
    }
}
