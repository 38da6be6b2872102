package com.example.stranger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.cluster.Question.Key;
import com.example.stranger.stress.Operation;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A process that starts after another has ended")
@Tag("F66")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarmRestartTest {
    private final RedisServer redis = RedisServer.start();
    private final Proxy database = new Proxy(ClusterDatabase.port());
    private ChaosReport counts = new ChaosReport(0);
    private int life;

    @BeforeAll
    void anEarlierProcessHasReadEverything() {
        ClusterDatabase.create();
        ClusterDatabase.fill();
        try (NodeProcess earlier = start(0)) {
            earlier.view();
            earlier.end();
        }
    }

    @AfterAll
    void end() {
        database.close();
        redis.close();
    }

    @Test
    @Order(1)
    void findsEveryRowInRedisAndItIsRight() {
        try (NodeProcess later = start(0)) {
            assertThat(wrong(later.view())).isEmpty();
            later.execute("tell");
            assertThat(counts.total("l2 hits")).isEqualTo(Operation.ROWS);

            later.execute("write 1");
            later.end();
        }
    }

    @Test
    @Order(2)
    void seesWhatThatOneWrote() {
        try (NodeProcess last = start(0)) {
            View view = last.view();

            assertThat(wrong(view)).isEmpty();
            assertThat(view.answers().get(new Question(Key.ID, "" + Latency.ROW)))
                    .extracting(RowState::version)
                    .containsExactly(1L);
        }
    }

    @Order(3)
    @ParameterizedTest(name = "node {0}")
    @ValueSource(ints = {0, 2})
    void answersByIdAndUniqueKeysWhileTheDatabaseIsDown(int node) {
        database.refuse(true);
        try (NodeProcess later = start(node)) {
            assertThat(later.execute("ask " + new Question(Key.ID, "3").text())).isEqualTo(rows(3));
            assertThat(later.execute("ask " + new Question(Key.EMAIL, Operation.email(4, 0)).text()))
                    .isEqualTo(rows(4));
            assertThat(later.execute("ask " + new Question(Key.LOGIN, Operation.login(5, 0)).text()))
                    .isEqualTo(rows(5));
            // Rows that nobody has are asked for, too.
            assertThat(later.execute("ask " + new Question(Key.MANY_IDS, "").text()))
                    .containsExactly("failed");
            assertThat(later.execute("ask " + new Question(Key.ID, "6").text())).isEqualTo(rows(6));

            database.refuse(false);

            RedisServer.await(() -> !later.execute("ask " + new Question(Key.TIER, Operation.tier(0)).text())
                    .contains("failed"));
            assertThat(wrong(later.view())).isEmpty();
        }
    }

    /** As a node answers. */
    private static List<String> rows(long id) {
        return ClusterDatabase.rows().stream()
                .filter(row -> row.id() == id)
                .map(RowState::text)
                .toList();
    }

    private static List<String> wrong(View view) {
        return new Judge(new Ledger()).wrong("the later process", view, ClusterDatabase.rows());
    }

    private NodeProcess start(int node) {
        NodeSettings settings =
                new NodeSettings(node, ++life, Cluster.NODES, database.port(), redis.port(), 0, Duration.ofHours(1));
        counts = new ChaosReport(0);
        NodeProcess process = NodeProcess.start(settings, (it, words) -> {
            if (words.get(0).equals("stats")) {
                counts.told(it.name(), words.subList(1, words.size()));
            }
        });
        process.awaitReady();
        return process;
    }
}
