package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Question;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.Write;
import io.turnkey.spi.WriteSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a transaction wrote out of memory until it is known what became of it. Called on the writer's thread: nothing of what goes wrong here may reach its commit, and whatever does go wrong makes the
 * cache forget more, not less.
 */
final class WriteBarrier<S, ID> implements WriteSink<ID> {
    private final EngineParts<S, ID> parts;
    private final EntityModel<?, S, ID> model;
    private final @Nullable ScheduledExecutorService timers;
    private final Reloading<ID> reloading;

    /** How a model that is kept whole gets back what a write took out; in the background. */
    interface Reloading<ID> {
        /** These rows. */
        void rows(Collection<ID> ids);

        /** Everything. */
        void everything();
    }

    /**
     * A barrier before the memory of {@code parts}.
     *
     * @param timers ends what is never settled; {@code null} if nothing does
     */
    WriteBarrier(EngineParts<S, ID> parts, @Nullable ScheduledExecutorService timers, Reloading<ID> reloading) {
        this.parts = parts;
        this.model = parts.model();
        this.timers = timers;
        this.reloading = reloading;
    }

    @Override
    public EntityModel<?, ?, ID> model() {
        return model;
    }

    @Override
    public PendingWrites block(Collection<Write<ID>> writes) {
        try {
            List<Write<ID>> own = writes.stream().map(this::own).toList();
            return begin(new PendingBlock<>(this, change(own), own));
        } catch (Throwable e) {
            PendingWrites all = blockAll();
            failed(e);
            return all;
        }
    }

    @Override
    public PendingWrites blockAll() {
        PendingBlock<S, ID> all = new PendingBlock<>(this, Change.everything(), List.of());
        try {
            return begin(all);
        } catch (Throwable e) {
            failed(e);
            return all;
        }
    }

    private PendingWrites begin(PendingBlock<S, ID> pending) {
        try {
            parts.changes().block(pending.change());
            pending.endIn(timers);
            return pending;
        } catch (Throwable e) {
            pending.abandon();
            throw e;
        }
    }

    @Override
    public void failed(Throwable failure) {
        try {
            parts.changes().everything();
            reload(Change.everything());
        } catch (Throwable e) {
            failure.addSuppressed(e);
        } finally {
            tell(failure);
        }
    }

    private void tell(Throwable failure) {
        try {
            parts.events().publish(new Failed(model.name(), "hooks", failure));
        } catch (Throwable e) {
            // No memory is left to say that no memory is left; the commit goes on.
        }
    }

    EngineParts<S, ID> parts() {
        return parts;
    }

    /** A model that is meant to be whole reads again what it lost. */
    void reload(Change<ID> change) {
        if (parts.coverage().isKeptWhole() && !parts.tickets().isRefusing()) {
            Set<ID> ids = change.ids();
            if (ids == null) {
                reloading.everything();
            } else {
                reloading.rows(ids);
            }
        }
    }

    private Write<ID> own(Write<ID> write) {
        Object id = write.id();
        if (!model.id().type().isInstance(id)) {
            throw new IllegalArgumentException("A row of " + model + " was written whose id is a "
                    + id.getClass().getName() + ": this cache knows ids of "
                    + model.id().type());
        }
        return new Write<>(model.id().copy().apply(write.id()), write.kind(), write.touched(), write.keys());
    }

    private Change<ID> change(List<Write<ID>> writes) {
        List<ID> ids = writes.stream().map(Write::id).toList();
        List<Question> byKey = new ArrayList<>();
        for (Write<ID> write : writes) {
            if (!addTouched(byKey, write.touched())) {
                return Change.unknown(ids);
            }
        }
        // Of a row that was there, nobody is sure what it carried: a bulk statement may have changed it since it was
        // read.
        return writes.stream().allMatch(WriteBarrier::isNew) ? Change.known(ids, byKey) : Change.after(ids, byKey);
    }

    private static boolean isNew(Write<?> write) {
        return write.kind() == Write.Kind.INSERT || write.kind() == Write.Kind.NONE;
    }

    /** Collects the questions whose answers a row is part of now; answers {@code false} if they are not known. */
    private boolean addTouched(List<Question> byKey, @Nullable Map<String, Set<Object>> touched) {
        if (touched == null) {
            return false;
        }
        int ordinal = 0;
        for (KeyModel<S, ?> key : model.keys()) {
            ordinal++;
            for (Object value : touched.getOrDefault(key.name(), Set.of())) {
                if (value != null) {
                    if (!key.type().isInstance(value)) {
                        return false;
                    }
                    byKey.add(new Question(ordinal, copy(key, value)));
                }
            }
        }
        return true;
    }

    private static <K> K copy(KeyModel<?, K> key, Object value) {
        return key.copy().apply(key.type().cast(value));
    }
}
