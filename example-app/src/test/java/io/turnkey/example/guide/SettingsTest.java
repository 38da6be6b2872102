package io.turnkey.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The recommended settings do what their comments say. */
class SettingsTest {
    @Test
    @Tag("F25")
    @Tag("F26")
    @Tag("F27")
    void high_traffic_reads_each_row_once_and_survives_the_database() throws Exception {
        assertThat(Output.of(HighTrafficApi::main))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("1000 for nobody, loads: 1"),
                        line -> assertThat(line).isEqualTo("20000 requests, loads: 101"),
                        line -> assertThat(line).isEqualTo("Database down for 90 minutes: true"));
    }

    @Test
    void a_job_reads_the_products_of_a_page_at_once() throws Exception {
        assertThat(Output.of(BackgroundJob::main))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("496 lines in pages of 100, 5 loads of products"),
                        line -> assertThat(line).startsWith("{NOVELS=").contains("LIGHTING="));
    }

    @Test
    @Tag("P1")
    @Tag("F20")
    void real_time_answers_no_older_than_two_seconds_or_not_at_all() throws Exception {
        assertThat(Output.of(RealTime::main))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Price: "),
                        line -> assertThat(line).isEqualTo("Committed by us: 9.99"),
                        line -> assertThat(line).isEqualTo("Written by others: 9.99"),
                        line -> assertThat(line).isEqualTo("Two seconds later: 8.88"),
                        line -> assertThat(line).isEqualTo("Database down, still fresh: 8.88"),
                        line -> assertThat(line).isEqualTo("Two seconds later: no answer rather than an old one"));
    }

    @Test
    @Tag("F24")
    @Tag("F33")
    void static_data_costs_no_statement() throws Exception {
        assertThat(Output.of(StaticData::main))
                .containsExactly(
                        "The Netherlands pay in Euro",
                        "All countries: true",
                        "Tokyo: 540",
                        "No such code: Optional.empty",
                        "Statements for all that: 0",
                        "Twice a list, statements: 1");
    }
}
