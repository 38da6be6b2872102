package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheOptions;
import io.turnkey.CopyFormat;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.testing.engine.Row;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Engines that share copies with others, which a test plays. */
abstract class SecondLevelTest extends EngineTest {
    static final Duration TTL = Duration.ofMinutes(10);
    static final Duration MILLI = Duration.ofMillis(1);

    final FakeCopies second = new FakeCopies();
    final List<Failed> failures = new CopyOnWriteArrayList<>();

    /** An engine whose rows have versions, and expire. */
    final Harness cache() {
        return cache(options -> options);
    }

    final Harness cache(UnaryOperator<CacheOptions.Builder> options) {
        return cache(true, options);
    }

    final Harness cache(boolean versioned, UnaryOperator<CacheOptions.Builder> options) {
        return cache(versioned, CopyFormat.BINARY, options);
    }

    final Harness cache(boolean versioned, CopyFormat format, UnaryOperator<CacheOptions.Builder> options) {
        return listening(Harness.sharing(
                versioned,
                second,
                format,
                row -> {},
                given -> options.apply(given.ttl(TTL).staleWhileRevalidate(false))));
    }

    final Harness listening(Harness cache) {
        cache.engine.on(Failed.class, failures::add);
        second.connect();
        return add(cache);
    }

    static SharedForm<Row, Long> form(Harness cache) {
        return Objects.requireNonNull(cache.engine.parts().sharing()).form();
    }

    /** The second level has this row, for a minute. */
    final void share(Harness cache, Row... rows) {
        for (Row row : rows) {
            share(cache, row, Duration.ofMinutes(1));
        }
    }

    final void share(Harness cache, Row row, @Nullable Duration left) {
        put(cache, row, new Copy("" + row.id(), form(cache).encode(row), left));
    }

    /** Where {@code row} is found there is {@code copy}. */
    final void put(Harness cache, Row row, Copy copy) {
        second.put(new Question(null, "" + row.id()), copy);
        put(cache, cache.model.email, row, copy);
        put(cache, cache.model.login, row, copy);
    }

    private <K> void put(Harness cache, KeyModel<Row, K> key, Row row, Copy copy) {
        K value = key.of().apply(row);
        if (value != null) {
            second.put(new Question(key.name(), form(cache).hash(key, value)), copy);
        }
    }

    /** A call of every way to one row. */
    static Optional<Row> read(Harness cache, String way, Row row) {
        return switch (way) {
            case "id" -> cache.id(row.id());
            case "email" -> cache.email(Objects.requireNonNull(row.email()));
            default -> cache.byLogin.get(row.tenantLogin());
        };
    }
}
