package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.load.UniqueKey;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Coverage;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lists;
import io.turnkey.internal.store.Negatives;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.Tickets;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies what is known to have changed, always in this order: mark the open tickets, drop the rows, drop the answers ("no such row" and lists). Once a method returns, nothing that was
 * loaded before is served.
 */
final class Changes<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final Tickets<S, ID> tickets;
    private final Coverage<ID> coverage;
    private final Store<S, ID> store;
    private final Negatives negatives;
    private final Lists<S> lists;
    private final EventBus events;

    Changes(
            EntityModel<?, S, ID> model,
            Tickets<S, ID> tickets,
            Coverage<ID> coverage,
            Store<S, ID> store,
            Negatives negatives,
            Lists<S> lists,
            EventBus events) {
        this.model = model;
        this.tickets = tickets;
        this.coverage = coverage;
        this.store = store;
        this.negatives = negatives;
        this.lists = lists;
        this.events = events;
    }

    /** These rows changed, nobody said how. */
    void rows(Collection<? extends ID> ids) {
        List<ID> own = ids.stream().<ID>map(model.id().copy()).toList();
        own.forEach(id -> tickets.observe(Change.unknown(id)));
        drop(own);
    }

    /** The row that carries this key's value changed: the one in memory, or one that nobody here knows the id of. */
    <K> void rowWith(UniqueKey<S, K> key, K value) {
        if (key.ordinal() == 0) {
            rows(List.of(model.id().type().cast(value)));
            return;
        }
        tickets.observe(Change.everything());
        coverage.lostAll();
        Entry<S> entry = key.slots().get(value);
        drop(entry == null ? List.of() : List.of(store.id(entry.snapshot())));
    }

    /** The rows that carry this value changed, those of the list at {@code question} included. */
    <K> void rowsWith(KeyModel<S, K> key, K value, Question question) {
        tickets.observe(Change.everything());
        coverage.lostAll();
        Set<ID> ids = new LinkedHashSet<>();
        List<S> list = lists.get(question);
        if (list != null) {
            list.forEach(row -> ids.add(store.id(row)));
        }
        store.entries().forEach((id, entry) -> {
            if (value.equals(key.of().apply(entry.snapshot()))) {
                ids.add(id);
            }
        });
        drop(ids);
    }

    private void drop(Collection<? extends ID> ids) {
        ids.forEach(id -> store.remove(id, false));
        dropAnswers();
        if (events.wants(ItemInvalidated.class)) {
            ids.forEach(id -> events.publish(new ItemInvalidated(model.name(), id)));
        }
    }

    /** Anything may have changed. */
    void everything() {
        tickets.observe(Change.everything());
        store.clear();
        dropAnswers();
        events.publish(new Cleared(model.name()));
    }

    private void dropAnswers() {
        negatives.clear();
        lists.drop(question -> true);
    }

    /** A row was inserted, updated or deleted, and it is known from what to what. */
    void row(Change<S, ID> change, ID id) {
        tickets.observe(change);
        store.remove(id, change.after() == null);
        answersAbout(id, change.before(), change.after());
    }

    /** The row was found: what says that it does not exist is wrong. */
    void existsNow(ID id, S row) {
        negatives.forget(questionsAbout(id, null, row));
    }

    /** Drops the answers that this row was part of, or is now. */
    void answersAbout(ID id, @Nullable S before, @Nullable S after) {
        Set<Question> touched = questionsAbout(id, before, after);
        negatives.forget(touched);
        touched.add(Question.EVERYTHING);
        lists.drop(touched);
    }

    private Set<Question> questionsAbout(ID id, @Nullable S before, @Nullable S after) {
        Set<Question> touched = new HashSet<>();
        touched.add(new Question(0, id));
        int ordinal = 0;
        for (KeyModel<S, ?> key : model.keys()) {
            ordinal++;
            addTouched(touched, ordinal, key, before);
            addTouched(touched, ordinal, key, after);
        }
        return touched;
    }

    private static <S> void addTouched(Set<Question> touched, int ordinal, KeyModel<S, ?> key, @Nullable S row) {
        Object value = row == null ? null : key.of().apply(row);
        if (value != null) {
            touched.add(new Question(ordinal, value));
        }
    }
}
