package io.turnkey.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.internal.store.Tickets;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a load that took too long was waiting for. */
@Tag("F28")
class LoadTest {
    private final LoadExecutor executor = new LoadExecutor(1, task -> {}, Thread::new);
    private final Tickets<Row, Long> tickets =
            new Tickets<>(new RowModel(true, row -> {}).model, CoarseClock.of(new ManualClock()));
    private final ALoad load = load();

    private ALoad load() {
        return new ALoad(executor, Duration.ofSeconds(5), tickets.openForAll());
    }

    @Test
    void forALoaderSinceTheOthersReadWhichSaysWhatToDo() {
        ALoad other = load();
        other.begin();
        other.connected();

        assertThat(load.timedOut())
                .startsWith("Row.getById took longer than loadTimeout = PT5S")
                .contains("all loaders of the group were busy", "maxConcurrentLoads");
    }

    @Test
    @Tag("F35")
    void forALoaderSinceTheOthersHaveNoConnection() {
        load().begin();

        assertThat(load.timedOut()).contains("no database connection", "loadFrom(DataSource)");
    }

    @Test
    void forTheDatabase() {
        load.begin();
        load.connected();

        assertThat(load.timedOut()).endsWith("the database did not answer");
    }
}
