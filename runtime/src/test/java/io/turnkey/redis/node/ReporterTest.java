package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.SecondLevel.Observer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What libraries and callers' clients put into their exceptions is not in our hands. */
@Tag("F60")
class ReporterTest {
    private final Control control = new Control(Thread::new, unexpected -> {});

    @AfterEach
    void close() {
        control.close(() -> {});
    }

    @Test
    void anExceptionThatShowsASecretIsReplacedWhereverItShowsIt() {
        Throwable quoting = new IllegalStateException("AUTH hunter2");
        Throwable inACause = new IllegalStateException("refused", quoting);
        Throwable inAnother = new IllegalStateException("refused");
        inAnother.addSuppressed(new IllegalStateException("one of them", quoting));

        for (Throwable cause : List.of(quoting, inACause, inAnother)) {
            assertThat(told(cause))
                    .hasMessage("java.lang.IllegalStateException with a message that shows a secret")
                    .hasNoCause()
                    .hasNoSuppressedExceptions();
        }
    }

    @Test
    void anyOtherComesAsItIsEvenOneThatLeadsBackToItself() {
        Throwable first = new IllegalStateException("refused");
        Throwable second = new IllegalStateException("again", first);
        first.initCause(second);

        assertThat(told(first)).isSameAs(first);
    }

    private Throwable told(Throwable cause) {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        new Reporter(
                        new Observer() {
                            @Override
                            public void disconnected(Throwable safe) {
                                told.complete(safe);
                            }

                            @Override
                            public void reconnecting(int attempt, Duration delay) {}

                            @Override
                            public void connected() {}

                            @Override
                            public void failed(@Nullable String model, String operation, Throwable safe) {}
                        },
                        control,
                        List.of("hunter2", ""))
                .disconnected(cause);
        return told.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
