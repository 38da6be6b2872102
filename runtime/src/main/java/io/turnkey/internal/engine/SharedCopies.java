package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheException;
import io.turnkey.CacheOptions;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.load.SharedRows;
import io.turnkey.internal.load.UniqueKey;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.store.Coverage;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The copies of a model's rows in the second level. */
final class SharedCopies<S, ID> implements SharedRows<S, ID> {
    /** What the events of failures call it. */
    private static final String OPERATION = "redis";

    private final EntityModel<?, S, ID> model;
    private final Sharing<S, ID> sharing;
    private final SharedForm<S, ID> form;
    private final boolean expires;
    private final Lifetime lifetime;
    private final Coverage<ID> coverage;
    private final Counters counters;
    private final EventBus events;
    private final Fills<S, ID> fills;
    private final Renewals renewals;

    SharedCopies(
            EntityModel<?, S, ID> model,
            Sharing<S, ID> sharing,
            CacheOptions options,
            Lifetime lifetime,
            Coverage<ID> coverage,
            Counters counters,
            EventBus events) {
        this.model = model;
        this.sharing = sharing;
        this.form = sharing.form();
        this.expires = options.expires();
        this.lifetime = lifetime;
        this.coverage = coverage;
        this.counters = counters;
        this.events = events;
        this.fills = new Fills<>(model, form, lifetime);
        this.renewals = new Renewals(options, lifetime);
    }

    @Override
    public <K> Map<K, Copy<S>> read(UniqueKey<S, K> key, Collection<K> values) {
        OneFailure failures = new OneFailure("read");
        Map<K, Question> questions = new LinkedHashMap<>();
        for (K value : values) {
            if (mayBeRight(key, value)) {
                failures.guard(() -> questions.put(value, question(key, value)));
            }
        }
        if (questions.isEmpty()) {
            return Map.of();
        }
        Reading reading = sharing.model().read(List.copyOf(questions.values()));
        Map<K, Copy<S>> found = new HashMap<>();
        questions.forEach((value, question) -> {
            SharedModel.Copy copy = reading.rows().get(question);
            if (copy != null && !failures.guard(() -> take(key.model(), value, copy, found))) {
                sharing.model().forget(List.of(copy.id()));
            }
        });
        if (reading.stamp() != null) {
            counters.l2Hits.add(found.size());
            counters.l2Misses.add((long) questions.size() - found.size());
        }
        return found;
    }

    /** Where memory has every row of the table but those that it knows to lack, a copy of another one is of a row that is gone, though nobody told. */
    private <K> boolean mayBeRight(UniqueKey<S, K> key, K value) {
        if (key.slots().containsKey(value)) {
            return true;
        }
        return key.ordinal() == 0
                ? !coverage.knowsAbsent(model.id().type().cast(value), lifetime.now())
                : !coverage.isWhole();
    }

    private <K> Question question(UniqueKey<S, K> key, K value) {
        return key.ordinal() == 0
                ? new Question(null, form.idText(model.id().type().cast(value)))
                : new Question(key.model().name(), form.hash(key.model(), value));
    }

    /** Takes the row, if it is the one that was asked for. */
    private <K> void take(KeyModel<S, K> key, K value, SharedModel.Copy copy, Map<K, Copy<S>> found) {
        long left = copy.left() == null ? Lifetime.FOREVER : copy.left().toMillis();
        // Nobody knows how old a copy without an end is; a cache whose rows expire cannot have it.
        if (left <= 0 || (left == Lifetime.FOREVER && expires)) {
            return;
        }
        S row = form.decode(copy.bytes());
        ID id = model.id().of().apply(row);
        if (id == null || !form.idText(id).equals(copy.id())) {
            throw new CacheException("The copy of " + model + " " + copy.id() + " is one of another row");
        }
        // Who wrote the row last need not have known under which values it was found before.
        if (value.equals(key.of().apply(row))) {
            found.put(value, new Copy<>(row, left));
        }
    }

    @Override
    public @Nullable Stamp stamp() {
        return sharing.model().stamp();
    }

    @Override
    public void offer(Stamp stamp, List<Entry<S>> rows, boolean lacked) {
        OneFailure failures = new OneFailure("written down");
        // Lazy: of a large table it is made piece by piece, as it can be sent. And from anywhere on, so that nodes that
        // have loaded the same table at the same time share the work.
        int start = ThreadLocalRandom.current().nextInt(rows.size());
        Iterator<Fill> all = Stream.of(rows.subList(start, rows.size()), rows.subList(0, start))
                .flatMap(List::stream)
                .flatMap(entry -> fill(entry, failures))
                .iterator();
        if (lacked) {
            List<Fill> known = new ArrayList<>(rows.size());
            all.forEachRemaining(known::add);
            sharing.model().fill(stamp, known);
        } else {
            sharing.model().fillMissing(stamp, rows.size(), all);
        }
    }

    private Stream<Fill> fill(Entry<S> entry, OneFailure failures) {
        List<Fill> fill = new ArrayList<>(1);
        failures.guard(() -> fills.of(entry).ifPresent(fill::add));
        return fill.stream();
    }

    @Override
    public void outdated(Collection<ID> ids) {
        List<String> texts = new ArrayList<>(ids.size());
        OneFailure failures = new OneFailure("dropped");
        ids.forEach(id -> failures.guard(() -> texts.add(form.idText(id))));
        sharing.model().forget(texts);
    }

    @Override
    public boolean isRenewalDue() {
        return renewals.areDue(stamp());
    }

    @Override
    public void renewed() {
        renewals.done(stamp());
    }

    /** Neither bytes from elsewhere nor values that cannot be written down may fail a load. The first failure of a call is told. */
    private final class OneFailure {
        private final String what;
        private boolean told;

        OneFailure(String what) {
            this.what = what;
        }

        /** Answers whether the step succeeded. */
        boolean guard(Runnable step) {
            try {
                step.run();
                return true;
            } catch (RuntimeException | StackOverflowError e) {
                if (!told) {
                    told = true;
                    CacheException failure = new CacheException("A copy of " + model + " could not be " + what, e);
                    events.publish(new Failed(model.name(), OPERATION, failure));
                }
                return false;
            }
        }
    }
}
