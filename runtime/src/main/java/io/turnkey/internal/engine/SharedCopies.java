package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheException;
import io.turnkey.CacheOptions;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.load.SharedRows;
import io.turnkey.internal.load.UniqueKey;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SharedModel;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Reading;
import io.turnkey.spi.SharedModel.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The copies of a model's rows in the second level. What cannot be written down is not offered; what cannot be read is not there, and is told once a call. */
final class SharedCopies<S, ID> implements SharedRows<S> {
    /** What the events of failures call it. */
    private static final String OPERATION = "redis";

    /** No copy stays longer, and it is still a number to add to a clock. */
    private static final long LONGEST_LIFE = Duration.ofDays(365).toMillis();

    private final EntityModel<?, S, ID> model;
    private final Sharing<S, ID> sharing;
    private final SharedForm<S, ID> form;
    private final boolean expires;
    private final Lifetime lifetime;
    private final Counters counters;
    private final EventBus events;

    SharedCopies(
            EntityModel<?, S, ID> model,
            Sharing<S, ID> sharing,
            CacheOptions options,
            Lifetime lifetime,
            Counters counters,
            EventBus events) {
        this.model = model;
        this.sharing = sharing;
        this.form = sharing.form();
        this.expires = options.expires();
        this.lifetime = lifetime;
        this.counters = counters;
        this.events = events;
    }

    @Override
    public <K> Map<K, Copy<S>> read(UniqueKey<S, K> key, Collection<K> values) {
        Failures failures = new Failures();
        Map<K, Question> questions = new LinkedHashMap<>();
        values.forEach(value -> failures.guard(() -> questions.put(value, question(key, value))));
        Reading reading = questions.isEmpty() ? Reading.NONE : sharing.model().read(List.copyOf(questions.values()));
        Map<K, Copy<S>> found = new HashMap<>();
        questions.forEach((value, question) -> {
            SharedModel.Copy copy = reading.rows().get(question);
            if (copy != null) {
                failures.guard(() -> {
                    Copy<S> row = row(key.model(), value, copy);
                    if (row != null) {
                        found.put(value, row);
                    }
                });
            }
        });
        if (reading.stamp() != null) {
            counters.l2Hits.add(found.size());
            counters.l2Misses.add((long) questions.size() - found.size());
        }
        failures.tell("read");
        return found;
    }

    private <K> Question question(UniqueKey<S, K> key, K value) {
        return key.ordinal() == 0
                ? new Question(null, form.idText(model.id().type().cast(value)))
                : new Question(key.model().name(), form.hash(key.model(), value));
    }

    /** The row, if it is the one that was asked for. */
    private <K> @Nullable Copy<S> row(KeyModel<S, K> key, K value, SharedModel.Copy copy) {
        long left = copy.left() == null ? Lifetime.FOREVER : copy.left().toMillis();
        // Nobody knows how old a copy without an end is; a cache whose rows expire cannot have it.
        if (left <= 0 || (left == Lifetime.FOREVER && expires)) {
            return null;
        }
        S row = form.decode(copy.bytes());
        ID id = model.id().of().apply(row);
        if (id == null || !form.idText(id).equals(copy.id())) {
            throw new CacheException("The copy of " + model + " " + copy.id() + " is one of another row");
        }
        // Who wrote the row last need not have known under which values it was found before.
        return value.equals(key.of().apply(row)) ? new Copy<>(row, left) : null;
    }

    @Override
    public @Nullable Stamp stamp() {
        return sharing.model().stamp();
    }

    @Override
    public void offer(Stamp stamp, Collection<Entry<S>> rows) {
        Failures failures = new Failures();
        List<Fill> fills = new ArrayList<>(rows.size());
        for (Entry<S> entry : rows) {
            long left = lifetime.left(entry);
            if (left > 0) {
                failures.guard(() -> fills.add(fill(entry.snapshot(), left)));
            }
        }
        if (!fills.isEmpty()) {
            sharing.model().fill(stamp, fills);
        }
        failures.tell("written down");
    }

    private Fill fill(S row, long left) {
        ID id = model.id().of().apply(row);
        if (id == null) {
            throw new CacheException("A row of " + model + " has no id");
        }
        Function<S, @Nullable Comparable<?>> version = model.version();
        Map<String, String> hashes = new HashMap<>();
        for (KeyModel<S, ?> key : model.keys()) {
            if (key.unique()) {
                addHash(hashes, key, row);
            }
        }
        return new Fill(
                form.idText(id),
                version == null ? null : VersionText.of(version.apply(row)),
                left == Lifetime.FOREVER
                        ? null
                        : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(left, LONGEST_LIFE)),
                hashes,
                () -> form.encode(row));
    }

    private <K> void addHash(Map<String, String> hashes, KeyModel<S, K> key, S row) {
        K value = key.of().apply(row);
        if (value != null) {
            hashes.put(key.name(), form.hash(key, value));
        }
    }

    /** Of one call. */
    private final class Failures {
        private int count;
        private @Nullable Throwable first;

        /** Neither bytes from elsewhere nor values that cannot be written may fail a load. */
        void guard(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException | StackOverflowError e) {
                count++;
                first = first == null ? e : first;
            }
        }

        void tell(String what) {
            if (count > 0) {
                events.publish(new Failed(
                        model.name(), OPERATION, new CacheException(count + " copies could not be " + what, first)));
            }
        }
    }
}
