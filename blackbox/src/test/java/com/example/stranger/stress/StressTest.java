package com.example.stranger.stress;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("Transactions of every kind, and readers through every key")
class StressTest {
    private static final long SEED = Long.getLong("turnkey.stress.seed", new Random().nextLong());

    private final Database database;

    StressTest(Database database) {
        this.database = database;
    }

    @Test
    @Tag("P1")
    @Tag("P2")
    @Tag("P3")
    void noAnswerIsOlderThanWhatWasCommittedOrShown() throws InterruptedException {
        check(Duration.ofSeconds(5));
    }

    @Test
    @Tag("soak")
    void norInFiveMinutesOnEachDatabase() throws InterruptedException {
        check(Duration.ofMinutes(5));
    }

    @Test
    void withoutHooksWrongAnswersAreFound() throws InterruptedException {
        try (Stress stress = new Stress(database, SEED)) {
            stress.caches().forEach(SubscriberCache::detachHooks);

            assertThat(stress.run(Duration.ofSeconds(60))).isNotEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameOperations() {
        assertThat(operations()).isEqualTo(operations());
    }

    private static List<Operation> operations() {
        Random random = new Random(SEED);
        return Stream.generate(() -> Operation.next(random)).limit(100).toList();
    }

    private void check(Duration time) throws InterruptedException {
        try (Stress stress = new Stress(database, SEED)) {
            assertThat(stress.run(time)).as("-Dturnkey.stress.seed=" + SEED).isEmpty();

            assertThat(stress.commits()).isPositive();
            assertThat(stress.reads()).isPositive();
            List<SubscriberSnapshot> rows = stress.rows();
            for (SubscriberCache cache : stress.caches()) {
                assertThat(rows).as("-Dturnkey.stress.seed=" + SEED).containsAll(cache.cached());
                assertThat(cache.listAll()).containsExactlyInAnyOrderElementsOf(rows);
                assertThat(rows).allSatisfy(row -> {
                    assertThat(cache.getById(row.id())).contains(row);
                    assertThat(cache.getByEmail(row.email())).contains(row);
                    assertThat(cache.getByTenantAndLogin(row.tenant(), row.login()))
                            .contains(row);
                    assertThat(cache.listByTier(row.tier())).contains(row);
                });
            }
        }
    }
}
