package io.turnkey.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OperationsTest {
    @Test
    @Tag("F80")
    void the_log_has_every_event_in_order() throws Exception {
        assertThat(Output.of(CustomLogger::main))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("DEBUG Ready[model=Customer, size=0]"),
                        line -> assertThat(line).isEqualTo("DEBUG Initialized[model=default]"),
                        line -> assertThat(line)
                                .startsWith("DEBUG ItemLoaded[model=Customer, id=1, keys={")
                                .contains("email=ada@example.com"),
                        line -> assertThat(line).isEqualTo("INFO  Customer 1 was written"),
                        line -> assertThat(line).isEqualTo("DEBUG ItemInvalidated[model=Customer, id=2]"),
                        line -> assertThat(line)
                                .isEqualTo("ERROR Customer.getById failed: Connection refused: the database is down"),
                        line -> assertThat(line).isEqualTo("DEBUG Closed[model=Customer]"),
                        line -> assertThat(line).isEqualTo("DEBUG Closed[model=default]"));
    }

    @Test
    @Tag("F80")
    @Tag("F81")
    void the_gauges_show_what_happened() throws Exception {
        assertThat(Output.of(Metrics::main))
                .hasSize(11)
                .contains(
                        "cache.size{cache=Customer} 1.0",
                        "cache.size{cache=Product} 200.0",
                        "cache.hits{cache=Customer} 2.0",
                        "cache.misses{cache=Customer} 2.0",
                        "cache.load.failures{cache=Customer} 1.0",
                        "cache.load.failures{cache=Product} 0.0")
                .endsWith("{cache.failures{cache=Customer}=1}");
    }

    @Test
    @Tag("F76")
    void health_takes_a_closed_node_out_of_service() throws Exception {
        assertThat(Output.of(HealthEndpoint::main))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("GET /health 200 {\"status\":\"UP\",\"models\":{"
                                        + "\"Country\":{\"status\":\"UP\",\"size\":249,\"problems\":\"\"},"
                                        + "\"Customer\":{\"status\":\"UP\",\"size\":0,\"problems\":\"\"}}}"),
                        line -> assertThat(line)
                                .startsWith("GET /health 503 {\"status\":\"DOWN\"")
                                .contains("\"Country\":{\"status\":\"DOWN\""));
    }

    @Test
    @Tag("F26")
    @Tag("F70")
    @Tag("F71")
    void everything_comes_back_after_an_outage() throws Exception {
        List<String> lines = Output.of(ErrorRecovery::main);
        // Events are heard on another thread; the program's own lines are in order.
        assertThat(lines.stream().filter(line -> line.startsWith("Ready: ")))
                .containsExactly("Ready: Customer, 0 rows", "Ready: Country, 249 rows");
        assertThat(lines.stream().filter(line -> !line.startsWith("Ready: ")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Opened: DEGRADED"),
                        line -> assertThat(line)
                                .startsWith("Country: [start failed")
                                .contains("the database is down"),
                        line -> assertThat(line).isEqualTo("Customer: []"),
                        line -> assertThat(line).startsWith("No answer: Customer.getById"),
                        line -> assertThat(line).isEqualTo("Again there: UP"),
                        line -> assertThat(line).isEqualTo("Expired: true, answered: true"),
                        line -> assertThat(line).isEqualTo("Stale answers: 1"),
                        line -> assertThat(line).isEqualTo("In the end: UP"));
    }

    @Test
    @Tag("F49")
    void a_backup_comes_back_without_a_statement_or_not_at_all() throws Exception {
        assertThat(Output.of(BackupAndRestore::main))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Rows after open: 0"),
                        line -> assertThat(line).matches("Loaded [1-9]\\d*, expired 0, rejected 0"),
                        line -> assertThat(line).matches("Rows after restore: [1-9]\\d*, statements: 0"),
                        line -> assertThat(line).matches("Refused: Customer, line \\d+, column \\d+, .*"),
                        line -> assertThat(line).isEqualTo("Rows: 0"));
    }
}
