package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.CacheException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F77")
class AttemptsTest {
    private static Runnable failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    @Test
    void twoFailuresOfOneNameAreBothTold() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");

        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> new Attempts()
                        .attempt("another persistence unit", failing(first))
                        .attempt("another persistence unit", failing(second))
                        .attempt("another persistence unit", failing(second))
                        .attempt("another persistence unit", failing(first))
                        .orThrow("Closing"))
                .withMessage("Closing failed for another persistence unit")
                .satisfies(failed -> assertThat(failed).hasStackTraceContaining("first"))
                .satisfies(failed -> assertThat(failed).hasStackTraceContaining("second"));
    }
}
