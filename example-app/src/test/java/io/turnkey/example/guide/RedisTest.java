package io.turnkey.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RedisTest {
    @Test
    @Tag("F62")
    @Tag("F66")
    void rows_outlive_the_process_and_the_database() throws Exception {
        assertThat(Output.of(RedisBackend::main))
                .containsExactly(
                        "First process: 100 rows, of Redis 0, not there 100, loads 1",
                        "After a restart: 101 rows, of Redis 100, not there 1, loads 1",
                        "Database down: Ada Lovelace",
                        "What Redis does not have: no answer",
                        "Both down: Ada Lovelace");
    }

    @Test
    @Tag("F63")
    @Tag("F64")
    @Tag("F65")
    void nodes_hear_of_commits_and_make_up_for_an_outage() throws Exception {
        assertThat(Output.of(ClusterSync::main))
                .containsExactly(
                        "Both have her: ACTIVE, ACTIVE",
                        "Written here, read there: DORMANT",
                        "Redis is down, written here: BLOCKED",
                        "There, for disconnectedTtl at most: DORMANT",
                        "Redis is back: BLOCKED, repaired: true");
    }
}
