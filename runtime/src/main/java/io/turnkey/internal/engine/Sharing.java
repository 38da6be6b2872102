package io.turnkey.internal.engine;

import io.turnkey.CacheException;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.Member;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SharedModel;
import io.turnkey.spi.SnapshotFormat;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A model's part in the second level. */
final class Sharing<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final SharedForm<S, ID> form;
    private final SecondLevel secondLevel;

    /** Written once, before the engine is published. */
    private @Nullable SharedModel shared;

    private Sharing(EntityModel<?, S, ID> model, SharedForm<S, ID> form, SecondLevel secondLevel) {
        this.model = model;
        this.form = form;
        this.secondLevel = secondLevel;
    }

    /**
     * The part of {@code model}; {@code null} if nothing is shared.
     *
     * @throws CacheException if the model cannot be shared; the message says why
     */
    static <S, ID> @Nullable Sharing<S, ID> of(
            EntityModel<?, S, ID> model, EntitySource<S> source, @Nullable Shared shared) {
        if (shared == null) {
            return null;
        }
        for (SnapshotFormat format : ServiceLoader.load(SnapshotFormat.class, Sharing.class.getClassLoader())) {
            return new Sharing<>(model, format.shared(model, source.conversions()), shared.secondLevel());
        }
        throw new CacheException(model + " cannot be shared: no SnapshotFormat is registered");
    }

    /** Takes part, from now on. */
    void join(Member member) {
        shared = secondLevel.join(model.name(), form.fingerprint(), member);
    }

    SharedForm<S, ID> form() {
        return form;
    }

    /** After {@link #join}. */
    SharedModel model() {
        return Objects.requireNonNull(shared);
    }
}
