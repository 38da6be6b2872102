package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Loads and callers on virtual threads. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest extends EngineTest {
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final int CALLERS = 200;
    private static final long ROWS = 40;

    private final ExecutorService threads = virtualThreads();

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor()}, which the JDK that we compile for does not have. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("F28")
    @Tag("F25")
    void aStormOfLoadsChangesAndReloadsPinsNoCarrier(@TempDir Path folder) throws Exception {
        Harness cache = add(Harness.on(threads, true, options -> options.maxSize(30)));
        for (long id = 1; id <= ROWS; id++) {
            cache.table.put(Row.of(id));
        }
        // Loads most classes.
        use(cache, 1);
        List<RecordedEvent> pinned;
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                long id = 1 + caller % ROWS;
                callers.add(threads.submit(() -> use(cache, id)));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            cache.awaitReloads();
            recording.stop();
            pinned = events(recording, folder.resolve("storm.jfr"));
        }

        assertThat(pinned).filteredOn(VirtualThreadsTest::isOurs).isEmpty();
    }

    private static void use(Harness cache, long id) {
        cache.id(id);
        cache.email(Row.email(id));
        cache.byId.getMany(List.of(id, id + 1, id + 2));
        cache.byStatus.list(Status.ACTIVE);
        cache.write(Row.of(id).payload("new"));
        cache.engine.parts().reloads().request(List.of(id));
        cache.engine.refresh(id);
        cache.clock.advance(Duration.ofMinutes(1));
    }

    private static List<RecordedEvent> events(Recording recording, Path file) throws IOException {
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }

    /** Whether it happened in code of ours, other than by loading a class, which the JDK pins for. */
    private static boolean isOurs(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return false;
        }
        List<String> types = event.getStackTrace().getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName())
                .toList();
        return types.stream().anyMatch(type -> type.startsWith("io.turnkey."))
                && !types.contains(ClassLoader.class.getName());
    }
}
