package io.turnkey.internal.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a write to the model.
 *
 * @param ids the rows that were written; {@code null} if any row may have been
 * @param touched the questions whose answer may be another one now, besides lists that hold one of the rows; {@code null} if any by key may, and those for the rows' ids
 * @param complete whether {@code touched} has also what the rows were found by before
 */
public record Change<ID>(@Nullable Set<ID> ids, @Nullable Set<Question> touched, boolean complete) {
    /** Anything may have changed. */
    public static <ID> Change<ID> everything() {
        return new Change<>(null, null, true);
    }

    /** These rows changed, nobody said how. */
    public static <ID> Change<ID> unknown(Collection<? extends ID> ids) {
        return new Change<>(Set.copyOf(ids), null, true);
    }

    /** These rows were inserted, updated or deleted; {@code byKey} are the questions by key whose answers they were part of, or are now. */
    public static <ID> Change<ID> known(Collection<? extends ID> ids, Collection<Question> byKey) {
        return of(ids, byKey, true);
    }

    /** These rows were written; {@code byKey} are the questions by key whose answers they are part of now, and nobody is sure of which they were before. */
    public static <ID> Change<ID> after(Collection<? extends ID> ids, Collection<Question> byKey) {
        return of(ids, byKey, false);
    }

    private static <ID> Change<ID> of(Collection<? extends ID> ids, Collection<Question> byKey, boolean complete) {
        Set<Question> touched = new HashSet<>(byKey);
        ids.forEach(id -> touched.add(new Question(Question.BY_ID, id)));
        touched.add(Question.EVERYTHING);
        return new Change<>(Set.copyOf(ids), touched, complete);
    }

    /** Whether this row may be another one now. */
    boolean concerns(Object id) {
        return ids == null || ids.contains(id);
    }

    /** Whether the answer to this question may be another one now. */
    boolean touches(Question question) {
        if (touched != null) {
            return touched.contains(question);
        }
        return ids == null || question.key() != Question.BY_ID || ids.contains(question.value());
    }
}
