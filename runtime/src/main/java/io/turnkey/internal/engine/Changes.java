package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Cleared;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies what is known to have changed, always in this order: mark the open tickets, drop the rows, drop the answers ("no such row" and lists). Once a method returns, nothing that was
 * loaded before is served. What is here leaves whatever goes wrong with telling others, which is for the caller to hear of.
 */
final class Changes<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final Tickets<S, ID> tickets;
    private final Coverage<ID> coverage;
    private final Store<S, ID> store;
    private final Negatives negatives;
    private final Lists<S> lists;
    private final EventBus events;
    private final RowEvents<S, ID> rowEvents;
    private final @Nullable Sharing<S, ID> sharing;

    /**
     * Applies changes to these.
     *
     * @param sharing tells other processes; {@code null} if there is nobody to tell
     */
    Changes(
            EntityModel<?, S, ID> model,
            Tickets<S, ID> tickets,
            Coverage<ID> coverage,
            Store<S, ID> store,
            Negatives negatives,
            Lists<S> lists,
            EventBus events,
            RowEvents<S, ID> rowEvents,
            @Nullable Sharing<S, ID> sharing) {
        this.model = model;
        this.tickets = tickets;
        this.coverage = coverage;
        this.store = store;
        this.negatives = negatives;
        this.lists = lists;
        this.events = events;
        this.rowEvents = rowEvents;
        this.sharing = sharing;
    }

    /**
     * Tells other processes of a write. To be called before what is here leaves, or is let in again: from this call on the second level answers nothing of it, so that no load which begins after the step that
     * follows finds there what was before.
     */
    void tell(Change<ID> change) {
        if (sharing != null) {
            sharing.tell(change);
        }
    }

    /** These rows changed, nobody said how. */
    void rows(Collection<? extends ID> ids) {
        List<ID> own = ids.stream().<ID>map(model.id().copy()).toList();
        if (own.isEmpty()) {
            return;
        }
        Change<ID> change = Change.unknown(own);
        try {
            tell(change);
        } finally {
            apply(change);
            rowEvents.invalidated(own);
        }
    }

    /** The source has something else than memory has of these rows; nobody said that they were written. The second level must not bring back what leaves, but others are not told: it may be wrong here alone. */
    void wrong(Collection<ID> ids) {
        try {
            if (sharing != null) {
                sharing.forget(ids);
            }
        } finally {
            apply(Change.unknown(ids));
            rowEvents.invalidated(ids);
        }
    }

    /**
     * The row that carries this key's value changed: the one in memory, or one that nobody here knows the id of.
     *
     * @return whether it is the one in memory: else it is for the caller to find it, and to tell others
     */
    <K> boolean rowWith(UniqueKey<S, K> key, K value) {
        if (key.ordinal() == 0) {
            rows(List.of(model.id().type().cast(value)));
            return true;
        }
        tickets.observe(Change.everything());
        coverage.lostAll();
        Entry<S> entry = key.slots().get(value);
        List<ID> ids = entry == null ? List.of() : List.of(store.id(entry.snapshot()));
        Change<ID> change = Change.unknown(ids);
        try {
            if (!ids.isEmpty()) {
                tell(change);
            }
        } finally {
            // Again: a load that began in between may have found in the second level what was before.
            tickets.observe(change);
            dropAll(ids);
        }
        return !ids.isEmpty();
    }

    /**
     * Tells others of a row that changed and is not in memory here by the value of its key.
     *
     * @param ids the rows that carry it, or did, in the source or elsewhere; if there is none, nobody knows which one another process finds by it
     */
    <K> void rowElsewhere(UniqueKey<S, K> key, K value, Collection<ID> ids) {
        if (!ids.isEmpty()) {
            rows(ids);
        } else if (sharing != null) {
            try {
                tell(Change.everything());
            } finally {
                // Again: a load that began in between may have found in the second level what was before.
                rowWith(key, value);
            }
        }
    }

    /** The rows that carry this value changed, those of the list at {@code question} included. */
    <K> void rowsWith(KeyModel<S, K> key, K value, Question question) {
        try {
            // What others know by this value is more than what is in memory here.
            tell(Change.everything());
        } finally {
            dropWith(key, value, question);
        }
    }

    private <K> void dropWith(KeyModel<S, K> key, K value, Question question) {
        tickets.observe(Change.everything());
        coverage.lostAll();
        Set<ID> ids = new LinkedHashSet<>();
        List<S> list = lists.get(question);
        if (list != null) {
            list.forEach(row -> ids.add(store.id(row)));
        }
        store.entries().forEach(entry -> {
            if (value.equals(key.of().apply(entry.snapshot()))) {
                ids.add(store.id(entry.snapshot()));
            }
        });
        dropAll(ids);
    }

    /** These rows changed, and perhaps others of which nobody knows the id. */
    private void dropAll(Collection<ID> ids) {
        ids.forEach(id -> store.remove(id, false));
        dropAnswers(Change.everything());
        rowEvents.invalidated(ids);
    }

    /** Anything may have changed. */
    void everything() {
        try {
            tell(Change.everything());
        } finally {
            forget();
        }
    }

    /** Somebody wants everything to be read again, here and elsewhere. */
    void clear() {
        try {
            if (sharing != null) {
                sharing.model().clear();
            }
        } finally {
            forget();
        }
    }

    /** Nothing of what is in memory is wanted; others keep theirs. */
    void forget() {
        apply(Change.everything());
        events.publish(new Cleared(model.name()));
    }

    /** A row was inserted, updated or deleted, and it is known from what to what. */
    void row(ID id, @Nullable S before, @Nullable S after) {
        Change<ID> change = known(id, before, after);
        tickets.observe(change);
        store.remove(id, after == null);
        disproveKeys(change);
        dropAnswers(change);
    }

    /** Something changed; no listener and no other process is told. */
    void apply(Change<ID> change) {
        tickets.observe(change);
        drop(change);
    }

    /** Others may have written anything; no listener is told. To a memory that is empty and not meant to be whole nothing is lost: a row that it never had, it still never had. */
    void lost() {
        Change<ID> change = Change.everything();
        tickets.observe(change);
        if (store.size() > 0 || coverage.isKeptWhole()) {
            drop(change);
        } else {
            dropAnswers(change);
        }
    }

    /** Something is changing: until {@link #unblock}, what it touches is not in memory and does not come in. */
    void block(Change<ID> change) {
        tickets.block(change);
        drop(change);
    }

    /** The change that {@link #block} was given is in the source, or will never be. */
    void unblock(Change<ID> change) {
        Set<ID> ids = change.ids();
        if (ids != null) {
            // A sync that read the table before the commit may have taken it for whole since.
            ids.forEach(coverage::lost);
        }
        tickets.unblock(change);
    }

    private void drop(Change<ID> change) {
        Set<ID> ids = change.ids();
        if (ids == null) {
            store.clear();
        } else {
            ids.forEach(id -> store.remove(id, false));
        }
        disproveKeys(change);
        dropAnswers(change);
    }

    /** What was brought in unread may say that a row has a key which another one has now. */
    private void disproveKeys(Change<ID> change) {
        Set<Question> touched = change.touched();
        if (touched != null) {
            touched.forEach(store::disprove);
        }
    }

    private void dropAnswers(Change<ID> change) {
        negatives.forget(change);
        lists.drop(change);
    }

    /** The row was found: what says that it does not exist is wrong. */
    void existsNow(ID id, S row) {
        negatives.forget(known(id, null, row));
    }

    /** Drops the answers that this row was part of, or is now. */
    void answersAbout(ID id, @Nullable S before, @Nullable S after) {
        dropAnswers(known(id, before, after));
    }

    private Change<ID> known(ID id, @Nullable S before, @Nullable S after) {
        List<Question> byKey = new ArrayList<>();
        int ordinal = 0;
        for (KeyModel<S, ?> key : model.keys()) {
            ordinal++;
            addTouched(byKey, ordinal, key, before);
            addTouched(byKey, ordinal, key, after);
        }
        return Change.known(List.of(id), byKey);
    }

    private static <S> void addTouched(List<Question> byKey, int ordinal, KeyModel<S, ?> key, @Nullable S row) {
        Object value = row == null ? null : key.of().apply(row);
        if (value != null) {
            byKey.add(new Question(ordinal, value));
        }
    }
}
