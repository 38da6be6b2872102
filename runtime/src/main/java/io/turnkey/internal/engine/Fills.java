package io.turnkey.internal.engine;

import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SharedModel.Fill;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes offers to the second level of what is in memory. */
final class Fills<S, ID> {
    /** No copy stays longer, and it is still a number to add to a clock. */
    private static final long LONGEST_LIFE = Duration.ofDays(365).toMillis();

    private final EntityModel<?, S, ID> model;
    private final SharedForm<S, ID> form;
    private final Lifetime lifetime;

    Fills(EntityModel<?, S, ID> model, SharedForm<S, ID> form, Lifetime lifetime) {
        this.model = model;
        this.form = form;
        this.lifetime = lifetime;
    }

    /** The offer of a row, with what is left of its life; empty if it has left memory, or has expired. */
    Optional<Fill> of(Entry<S> entry) {
        long left = lifetime.left(entry);
        ID id = model.id().of().apply(entry.snapshot());
        if (left <= 0 || id == null) {
            return Optional.empty();
        }
        S row = entry.snapshot();
        Function<S, @Nullable Comparable<?>> version = model.version();
        return Optional.of(new Fill(
                form.idText(id),
                version == null ? null : VersionText.of(version.apply(row)),
                left == Lifetime.FOREVER
                        ? null
                        : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(left, LONGEST_LIFE)),
                () -> hashes(row),
                () -> form.encode(row)));
    }

    private Map<String, String> hashes(S row) {
        Map<String, String> hashes = new HashMap<>();
        for (KeyModel<S, ?> key : model.keys()) {
            if (key.unique()) {
                addHash(hashes, key, row);
            }
        }
        return hashes;
    }

    private <K> void addHash(Map<String, String> hashes, KeyModel<S, K> key, S row) {
        K value = key.of().apply(row);
        if (value != null) {
            hashes.put(key.name(), form.hash(key, value));
        }
    }
}
