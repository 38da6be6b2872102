package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** Makes engines for tests, and checks the integrity of each one after every test. */
abstract class EngineTest {
    private final List<Harness> caches = new ArrayList<>();

    final Harness versioned() {
        return versioned(options -> options);
    }

    final Harness versioned(UnaryOperator<CacheOptions.Builder> options) {
        return add(Harness.versioned(options));
    }

    final Harness unversioned() {
        return unversioned(options -> options);
    }

    final Harness unversioned(UnaryOperator<CacheOptions.Builder> options) {
        return add(Harness.unversioned(options));
    }

    /** See {@link Harness#of}. */
    final Harness indexing(boolean versioned, Consumer<Row> indexing, UnaryOperator<CacheOptions.Builder> options) {
        return add(Harness.of(versioned, options, indexing));
    }

    final Harness add(Harness cache) {
        caches.add(cache);
        return cache;
    }

    @AfterEach
    void everyCacheIsWhole() {
        caches.forEach(Harness::checkIntegrity);
        caches.forEach(Harness::close);
        assertThat(caches).allSatisfy(cache -> assertThat(cache.timers.size()).isZero());
    }
}
