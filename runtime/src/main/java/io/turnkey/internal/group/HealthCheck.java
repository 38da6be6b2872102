package io.turnkey.internal.group;

import io.turnkey.CacheHealth.Model;
import io.turnkey.CacheHealth.Status;
import io.turnkey.CacheStats;
import io.turnkey.internal.engine.Condition;
import io.turnkey.internal.engine.Condition.Phase;
import io.turnkey.internal.stats.FailureStreak.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one model, by what is known of it without asking anybody. {@link io.turnkey.CacheHealth} says how. */
final class HealthCheck {
    /** A model that is kept whole seldom loads: one that failed once, long ago, says nothing of now. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private final CacheStats stats;
    private final Condition condition;
    private final @Nullable FailedStarts starts;
    private final List<String> problems = new ArrayList<>();

    private HealthCheck(CacheStats stats, Condition condition, @Nullable FailedStarts starts) {
        this.stats = stats;
        this.condition = condition;
        this.starts = starts;
    }

    /** How the model is. */
    static Model of(CacheStats stats, Condition condition, @Nullable FailedStarts starts) {
        return new HealthCheck(stats, condition, starts).model();
    }

    /** Why a model is not ready, as far as that is known. */
    static String missing(Condition condition, @Nullable FailedStarts starts) {
        if (starts != null) {
            Duration next = starts.next();
            return Sentences.failed("start", starts.failures()) + "; "
                    + (next == null ? "it is being tried again" : "next attempt in " + Sentences.text(next));
        }
        if (condition.phase() == Phase.STARTING) {
            return "it is being loaded";
        }
        Failures loads = condition.syncs();
        return loads == null
                ? "not started; start() or init() does that"
                : Sentences.failed("the initial load", loads) + "; init() tries again";
    }

    private Model model() {
        Status status = condition.phase() == Phase.CLOSED ? closed() : open();
        return new Model(
                stats.model(),
                status,
                stats.size(),
                condition.phase() == Phase.READY,
                stats.sinceSync(),
                stats.hitRate(),
                problems);
    }

    private Status closed() {
        problems.add("closed");
        return Status.DOWN;
    }

    private Status open() {
        boolean ready = condition.phase() == Phase.READY;
        boolean off = condition.bypassed();
        if (!ready) {
            notReady();
        } else {
            outOfDate();
        }
        if (off && stats.options().enabled()) {
            problems.add("bypassed: every read goes to the database, until bypass(false)");
        }
        boolean failing = loadsFail(!ready || off);
        if (failing && (!ready || off)) {
            return Status.DOWN;
        }
        return problems.isEmpty() ? Status.UP : Status.DEGRADED;
    }

    private void notReady() {
        problems.add(missing(condition, starts)
                + (condition.readsThrough()
                        ? "; meanwhile what is not in memory is read from the database"
                        : "; meanwhile what is not in memory counts as absent (readThrough = false)"));
    }

    private void outOfDate() {
        Failures syncs = condition.syncs();
        if (syncs != null) {
            problems.add(Sentences.failed("sync", syncs)
                    + "; what others wrote since may be missing, until a sync succeeds" + refresh());
        }
        if (condition.deaf()) {
            problems.add("detached from Hibernate: writes are not noticed, until attachHooks()");
        }
    }

    private String refresh() {
        return condition.refreshed().isZero()
                ? " (refresh() tries again)"
                : " (tried every " + Sentences.exact(condition.refreshed()) + ")";
    }

    private boolean loadsFail(boolean always) {
        Failures loads = condition.loads();
        if (loads == null || !(always || loads.sinceLast().compareTo(RECENT) < 0)) {
            return false;
        }
        problems.add(Sentences.failed("reading the database", loads)
                + "; what is in memory is answered, and each read of something else tries again");
        return true;
    }
}
