package io.turnkey.example.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.example.console.Terminal;
import io.turnkey.example.data.ShopSize;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TourTest {
    private static List<String> lines = List.of();

    @BeforeAll
    static void runTheTour() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Tour(new Terminal(out, false)).run(new ShopSize(400, 1_200, 200));
        lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void tells_every_chapter_in_order_and_comes_to_its_end() {
        assertThat(lines)
                .containsSubsequence(
                        " 1  A shop in memory",
                        " 2  Open the caches",
                        " 3  Miss, then hit",
                        " 4  Every key has its getter",
                        " 5  A wrong key does not compile",
                        " 6  Lists are complete",
                        " 7  Many at once",
                        " 8  Subclasses and embedded ids",
                        " 9  Look without reading",
                        "10  After a write",
                        "11  Writes without entities",
                        "12  What others write",
                        "13  Events",
                        "14  A key that does not exist",
                        "15  Limits",
                        "16  By name, for tools",
                        "17  In your unit tests",
                        "18  Statistics",
                        "19  Beside JPA");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("    19 chapters in "));
    }

    @Test
    void shows_a_miss_before_the_hit() {
        assertThat(calls("customers.getById(1L)").subList(0, 2))
                .satisfiesExactly(
                        first -> assertThat(first).contains(" miss "),
                        second -> assertThat(second).contains(" hit "));
    }

    @Test
    @Tag("P1")
    @Tag("P2")
    @Tag("F44")
    void shows_an_update_a_rollback_and_a_key_change_at_once() {
        assertThat(answers("10  After a write", "11  Writes without entities"))
                .containsExactly(
                        "Ada Lovelace <ada@example.com>, DORMANT",
                        "Ada Lovelace <ada@example.com>, DORMANT",
                        "Ada Lovelace <ada@example.com>, DORMANT",
                        "Ada Lovelace <ada@example.com>, DORMANT",
                        "empty: there is no such row",
                        "Ada Lovelace <ada@example.org>, DORMANT");
    }

    @Test
    @Tag("P1")
    @Tag("F45")
    void shows_a_bulk_update_and_a_stateless_write_at_once() {
        assertThat(answers("11  Writes without entities", "12  What others write"))
                .hasSize(4)
                .startsWith("Ada Lovelace <ada@example.org>, ACTIVE")
                .endsWith("empty: there is no such row", "Ada Lovelace <ada@example.com>, ACTIVE");
    }

    @Test
    @Tag("F43")
    @Tag("F83")
    void shows_what_a_refresh_and_an_audit_find() {
        assertThat(answers("12  What others write", "13  Events"))
                .hasSize(5)
                .startsWith("Euro", "Guilder")
                .endsWith("Euro")
                .anySatisfy(answer -> assertThat(answer).endsWith(" compared, 1 differs"));
    }

    @Test
    void shows_that_an_absent_key_is_remembered() {
        assertThat(calls("customers.getByEmail(\"nobody@example.com\")"))
                .satisfiesExactly(
                        first -> assertThat(first).contains(" miss "),
                        second -> assertThat(second).contains(" known absent "));
    }

    @Test
    void shows_that_both_limits_hold() {
        assertThat(lines)
                .contains("      -> 100 rows kept, 50 evicted again")
                .anySatisfy(line -> assertThat(line).contains("Customer.listByStatus"));
    }

    @Test
    void counts_every_model_and_no_failed_load() {
        List<String> table = lines.subList(lines.indexOf("18  Statistics"), lines.indexOf("19  Beside JPA"));
        assertThat(table)
                .filteredOn(line -> line.matches(" {4}(Country|Currency|Customer|Order|OrderLine|Product|Zone) .*"))
                .hasSize(7)
                .allMatch(line -> line.endsWith(" 0"));
    }

    @Test
    void never_shows_a_secret() {
        assertThat(lines).noneMatch(line -> line.contains("passwordHash="));
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
    void leaves_no_thread_behind() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("turnkey") || name.contains("shop"));
    }

    private static List<String> answers(String chapter, String next) {
        return lines.subList(lines.indexOf(chapter), lines.indexOf(next)).stream()
                .filter(line -> line.startsWith("      -> "))
                .map(line -> line.substring(9))
                .toList();
    }

    private static List<String> calls(String code) {
        return lines.stream()
                .filter(line -> line.startsWith("    " + code + " "))
                .toList();
    }
}
