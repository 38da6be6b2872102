package io.turnkey.internal.engine;

import io.turnkey.CacheException;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Lists;
import io.turnkey.internal.store.Negatives;
import io.turnkey.internal.store.Tickets;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Member;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SharedModel;
import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Reading;
import io.turnkey.spi.SnapshotFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model's part in the second level. */
final class Sharing<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final SharedForm<S, ID> form;
    private final SharedChanges<S, ID> translation;
    private final Shared all;

    /** Written once, before the engine is published. */
    private @Nullable SharedModel shared;

    private Sharing(EntityModel<?, S, ID> model, SharedForm<S, ID> form, SharedChanges<S, ID> translation, Shared all) {
        this.model = model;
        this.form = form;
        this.translation = translation;
        this.all = all;
    }

    /**
     * The part of {@code model}; {@code null} if nothing is shared.
     *
     * @throws CacheException if the model cannot be shared; the message says why
     */
    static <S, ID> @Nullable Sharing<S, ID> of(
            EntityModel<?, S, ID> model,
            EntitySource<S> source,
            Tickets<S, ID> tickets,
            Negatives negatives,
            Lists<S> lists,
            @Nullable Shared shared) {
        if (shared == null) {
            return null;
        }
        for (SnapshotFormat format : ServiceLoader.load(SnapshotFormat.class, Sharing.class.getClassLoader())) {
            SharedForm<S, ID> form = format.shared(model, source.conversions(), shared.format());
            return new Sharing<>(model, form, new SharedChanges<>(model, form, tickets, negatives, lists), shared);
        }
        throw new CacheException(model + " cannot be shared: no SnapshotFormat is registered");
    }

    /** Takes part, from now on: {@code member} is told of what others write once the second level has been started. To be called before anything is written, so before the engine is published. */
    void join(Member member) {
        shared = all.secondLevel().join(model.name(), form.fingerprint(), member);
    }

    /** How long what is in memory is served, at most, while the others' writes are not heard. */
    Duration disconnectedTtl() {
        return all.disconnectedTtl();
    }

    SharedForm<S, ID> form() {
        return form;
    }

    /** After {@link #join}. */
    SharedModel model() {
        return Objects.requireNonNull(shared);
    }

    /** Tells others of a write; returns at once. */
    void tell(Change<ID> change) {
        model().publish(translation.told(change));
    }

    /** Drops the copies of these rows; nobody is told. */
    void forget(Collection<ID> ids) {
        List<String> texts = new ArrayList<>();
        for (ID id : ids) {
            try {
                texts.add(form.idText(id));
            } catch (RuntimeException e) {
                // A row whose id has no text has no copy.
            }
        }
        model().forget(texts);
    }

    /** The row that the second level finds by this value, if there is one; {@code null} if it cannot be asked. Waits for it, once. */
    <K> @Nullable Set<ID> find(KeyModel<S, K> key, K value) {
        try {
            Question question = new Question(key.name(), form.hash(key, value));
            Reading reading = model().read(List.of(question));
            Copy copy = reading.rows().get(question);
            if (copy == null) {
                return reading.stamp() == null ? null : Set.of();
            }
            return Set.of(form.id(copy.id()));
        } catch (RuntimeException | Error e) {
            // A value that has no hash, an id that another version wrote, or a library that fails.
            return null;
        }
    }

    /** What a write of others concerns here. */
    Change<ID> heard(SharedChange change) {
        return translation.heard(change);
    }
}
