package io.turnkey.internal.engine;

import io.turnkey.SnapshotFormatException;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Lists;
import io.turnkey.internal.store.Negatives;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Tickets;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what changed here in a way that other processes understand, and understands them. What cannot be said or understood is taken for more than it is, never for less. */
final class SharedChanges<S, ID> {
    /** Beyond as many hashes again as are needed, those that are not needed any more are forgotten. */
    private static final int SPARE = 1_000;

    private final EntityModel<?, S, ID> model;
    private final SharedForm<S, ID> form;
    private final Tickets<S, ID> tickets;
    private final Negatives negatives;
    private final Lists<S> lists;

    /** Of what is held, or was: a hash costs more than all else that is done with it. Owned by the thread that hears. */
    private final Map<Question, @Nullable String> hashes = new HashMap<>();

    SharedChanges(
            EntityModel<?, S, ID> model,
            SharedForm<S, ID> form,
            Tickets<S, ID> tickets,
            Negatives negatives,
            Lists<S> lists) {
        this.model = model;
        this.form = form;
        this.tickets = tickets;
        this.negatives = negatives;
        this.lists = lists;
    }

    /** What to tell of a change that happened here. */
    SharedChange told(Change<ID> change) {
        Set<ID> ids = change.ids();
        if (ids == null) {
            return SharedChange.everything();
        }
        Set<String> texts = new HashSet<>();
        try {
            ids.forEach(id -> texts.add(form.idText(id)));
        } catch (RuntimeException e) {
            return SharedChange.everything();
        }
        return new SharedChange(texts, hashes(change.touched()));
    }

    /** Every key is named: of one that is not, as it is with another version's, the other side must believe that any value is concerned. */
    private @Nullable Map<String, Set<String>> hashes(@Nullable Set<Question> touched) {
        if (touched == null) {
            return null;
        }
        Map<String, Set<String>> hashes = new HashMap<>();
        model.keys().forEach(key -> hashes.put(key.name(), new HashSet<>()));
        for (Question question : touched) {
            KeyModel<S, ?> key = key(question);
            if (key != null) {
                String hash = hash(key, question.value());
                if (hash == null) {
                    return null;
                }
                hashes.computeIfAbsent(key.name(), name -> new HashSet<>()).add(hash);
            }
        }
        return hashes;
    }

    /** What a change that happened elsewhere concerns here. */
    Change<ID> heard(SharedChange change) {
        Set<String> texts = change.ids();
        if (texts == null) {
            return Change.everything();
        }
        List<ID> ids = new ArrayList<>(texts.size());
        try {
            texts.forEach(text -> ids.add(form.id(text)));
        } catch (SnapshotFormatException e) {
            // Another version's id.
            return Change.everything();
        }
        Map<String, Set<String>> hashes = change.keyHashes();
        return hashes == null ? Change.unknown(ids) : Change.after(ids, touched(hashes));
    }

    private List<Question> touched(Map<String, Set<String>> concerned) {
        List<Question> held = held();
        List<Question> touched =
                held.stream().filter(question -> isTouched(question, concerned)).toList();
        if (hashes.size() > 2 * held.size() + SPARE) {
            hashes.keySet().retainAll(new HashSet<>(held));
        }
        return touched;
    }

    /** What is remembered, or is about to be; some of it twice. The loads come first: what they bring in while this goes on was asked for before. */
    private List<Question> held() {
        List<Question> held = new ArrayList<>(tickets.asked());
        held.addAll(negatives.questions());
        held.addAll(lists.questions());
        return held;
    }

    private boolean isTouched(Question question, Map<String, Set<String>> concerned) {
        KeyModel<S, ?> key = key(question);
        if (key == null) {
            return false;
        }
        Set<String> values = concerned.get(key.name());
        if (values == null || values.isEmpty()) {
            return values == null;
        }
        String hash = hashes.computeIfAbsent(question, unknown -> hash(key, unknown.value()));
        return hash == null || values.contains(hash);
    }

    private @Nullable KeyModel<S, ?> key(Question question) {
        return question.key() > Question.BY_ID ? model.keys().get(question.key() - 1) : null;
    }

    /** {@code null} if the value has none: a converter may not take it. */
    private <K> @Nullable String hash(KeyModel<S, K> key, Object value) {
        try {
            return form.hash(key, key.type().cast(value));
        } catch (RuntimeException e) {
            return null;
        }
    }
}
