package io.turnkey.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a load that took too long was waiting for. */
@Tag("F28")
class ProgressTest {
    private final LoadExecutor executor = new LoadExecutor(1, task -> {}, Thread::new);
    private final Progress progress = progress();

    private Progress progress() {
        return new Progress("Row.getById", "Row.getById", Duration.ofSeconds(5), executor);
    }

    @Test
    void forALoaderSinceTheOthersReadWhichSaysWhatToDo() {
        Progress other = progress();
        other.begin();
        other.connected();

        assertThat(progress.timedOut())
                .startsWith("Row.getById took longer than loadTimeout = PT5S")
                .contains("all loaders of the group were busy", "maxConcurrentLoads");
    }

    @Test
    @Tag("F35")
    void forALoaderSinceTheOthersHaveNoConnection() {
        progress().begin();

        assertThat(progress.timedOut()).contains("no database connection", "loadFrom(DataSource)");
    }

    @Test
    void forTheDatabase() {
        progress.begin();
        progress.connected();

        assertThat(progress.timedOut()).endsWith("the database did not answer");
    }
}
