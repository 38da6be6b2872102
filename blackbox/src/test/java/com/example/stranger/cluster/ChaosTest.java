package com.example.stranger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Three processes on one database and one Redis, while both Redis and they themselves fail")
class ChaosTest {
    private static final long SEED = Long.getLong("turnkey.chaos.seed", new Random().nextLong());

    @Test
    @Tag("P1")
    @Tag("P2")
    @Tag("P3")
    @Tag("P5")
    @Tag("P6")
    @Tag("H7")
    void noAnswerIsWrongAndAfterEachFaultAllIsRight() {
        run(Duration.ofSeconds(Long.getLong("turnkey.chaos.seconds", 20)), Duration.ofHours(1), "chaos");
    }

    @Test
    @Tag("soak")
    void norInTenMinutesWhereRowsExpire() {
        Duration time = Duration.ofSeconds(Long.getLong("turnkey.chaos.soak.seconds", 600));
        System.out.println(run(time, Duration.ofSeconds(60), "chaos-soak"));
    }

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(rounds()).isEqualTo(rounds());
    }

    private static List<Schedule.Round> rounds() {
        Schedule schedule = new Schedule(SEED, Cluster.NODES);
        return Stream.generate(schedule::next).limit(100).toList();
    }

    /** The report. */
    private static String run(Duration time, Duration ttl, String name) {
        try (Chaos chaos = new Chaos(SEED, ttl)) {
            List<String> wrong = chaos.run(time);

            String report = chaos.report().text(time);
            Files.writeString(Files.createDirectories(Path.of("target")).resolve(name + "-report.txt"), report);
            assertThat(wrong).as("-Dturnkey.chaos.seed=%s %s", SEED, report).isEmpty();
            assertThat(chaos.report().faults()).isPositive();
            assertThat(chaos.report().total("reads")).isPositive();
            assertThat(chaos.report().total("writes")).isPositive();
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
