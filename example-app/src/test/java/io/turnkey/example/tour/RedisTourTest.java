package io.turnkey.example.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheGroup;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Terminal;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.example.data.ShopDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tour shows beside a Redis. */
@Timeout(120)
class RedisTourTest {
    private static final String PERSISTENCE = " 2  Redis: rows that outlive a process";

    private static final String INVALIDATION = " 3  Redis: a commit on one node";

    private static final String OUTAGE = " 4  Redis: an outage";

    private static final String RECOVERY = " 5  Redis: the recovery";

    private static List<String> lines = List.of();

    @BeforeAll
    static void runItsLastChapters() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Narrator narrator = new Narrator(new Terminal(out, false));
        try (ShopDatabase database = ShopDatabase.small();
                EmbeddedRedis redis = EmbeddedRedis.start();
                CacheGroup caches = Opening.open(database.entityManagerFactory(), redis, narrator)) {
            new WithRedis(redis, database, new Scene(database.entityManagerFactory(), caches, narrator)).tell();
        }
        lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void says_how_the_caches_were_opened() {
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("                    .url(\"redis://127.0.0.1:"));
    }

    @Test
    @Tag("F61")
    @Tag("F62")
    @Tag("F66")
    void shows_a_row_that_another_node_finds_by_a_key_without_the_database() {
        assertThat(between(PERSISTENCE, INVALIDATION))
                .anySatisfy(
                        line -> assertThat(line).matches(" +-> cache:\\{shop:Customer}:v:151, \\d+ bytes, for \\d+ s"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("    second.getByEmail(").contains("found in Redis"))
                .containsSubsequence("      -> Nadia Almeida <nalmeida151@example.com>, ACTIVE", "      -> 0");
    }

    @Test
    @Tag("F64")
    @Tag("P4")
    void shows_the_other_nodes_commit() {
        assertThat(between(INVALIDATION, OUTAGE))
                .anySatisfy(line -> assertThat(line).contains("the first node answers with it after"))
                .filteredOn(line -> line.endsWith(">, DORMANT"))
                .hasSize(2);
    }

    @Test
    @Tag("F63")
    @Tag("F76")
    @Tag("P6")
    void shows_an_outage_that_fails_nothing_and_its_end() {
        assertThat(between(OUTAGE, RECOVERY))
                .contains("      -> health: first DEGRADED, second DEGRADED")
                .anySatisfy(line -> assertThat(line).contains(">, BLOCKED"));
        assertThat(lines.subList(lines.indexOf(RECOVERY), lines.size()))
                .contains("      -> health: first UP, second UP")
                .anySatisfy(line -> assertThat(line).contains(">, BLOCKED"));
    }

    @Test
    void stays_plain_and_narrow() {
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(Terminal.WIDTH)
                        .isEqualTo(line.stripTrailing())
                        .matches("\\p{ASCII}*"));
    }

    @Test
    void leaves_no_thread_and_no_server_behind() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("turnkey") || name.contains("shop"));
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static List<String> between(String chapter, String next) {
        return lines.subList(lines.indexOf(chapter), lines.indexOf(next));
    }
}
