package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheHealth.Model;
import io.turnkey.CacheHealth.Status;
import io.turnkey.CacheLoadException;
import io.turnkey.internal.engine.Condition;
import io.turnkey.internal.engine.Condition.Phase;
import io.turnkey.internal.stats.FailureStreak.Failures;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("F76")
class HealthCheckTest {
    private static final Failures REFUSED = failures(1, 8, 8, "connection refused");

    private static Failures failures(int count, long first, long last, String message) {
        return new Failures(
                count,
                Duration.ofSeconds(first),
                Duration.ofSeconds(last),
                new CacheLoadException("User could not be loaded", new SQLException(message)));
    }

    private static Model check(
            Phase phase, boolean bypassed, boolean deaf, @Nullable Failures syncs, @Nullable Failures loads) {
        return check(new Condition(phase, true, bypassed, deaf, Duration.ofMinutes(5), syncs, loads), null);
    }

    private static Model check(Condition condition, @Nullable FailedStarts starts) {
        return HealthCheck.of(new FakeEngine(Shop.USER.model()).stats(), condition, starts);
    }

    @Test
    void aModelThatWorksIsUpAndHasNoProblems() {
        Model user = check(Phase.READY, false, false, null, null);

        assertThat(user).isEqualTo(new Model("User", Status.UP, 0, true, null, 1.0, List.of()));
    }

    @Test
    void aModelThatIsNotReadyIsDegradedAndSaysHowFarItIs() {
        assertThat(check(Phase.IDLE, false, false, null, null)).satisfies(user -> {
            assertThat(user.status()).isEqualTo(Status.DEGRADED);
            assertThat(user.ready()).isFalse();
            assertThat(user.problems())
                    .containsExactly(
                            "not started; start() or init() does that; meanwhile what is not in memory is read from the database");
        });
        assertThat(check(Phase.STARTING, false, false, null, null).problems())
                .containsExactly("it is being loaded; meanwhile what is not in memory is read from the database");
        assertThat(check(Phase.IDLE, false, false, REFUSED, null).problems())
                .containsExactly(
                        "the initial load failed 8 s ago (SQLException: connection refused); init() tries again; meanwhile what is not in memory is read from the database");
    }

    @Test
    void aModelThatCouldNotBeStartedTellsHowOftenWhyAndWhatNext() {
        Condition idle = new Condition(Phase.IDLE, true, false, false, Duration.ZERO, null, null);
        Failures three = failures(3, 300, 7, "connection refused");

        assertThat(check(idle, new FailedStarts(three, Duration.ofSeconds(4))).problems())
                .containsExactly(
                        "start failed 3 times, first 5 min ago and last 7 s ago"
                                + " (SQLException: connection refused); next attempt in 4 s; meanwhile what is not in memory is read from the database");
        assertThat(check(idle, new FailedStarts(three, null)).problems())
                .singleElement()
                .asString()
                .contains("; it is being tried again; ");
    }

    @Test
    void aModelThatMustReadThroughAndCannotIsDown() {
        assertThat(check(Phase.IDLE, false, false, null, REFUSED).status()).isEqualTo(Status.DOWN);
        assertThat(check(Phase.READY, true, false, null, REFUSED).status()).isEqualTo(Status.DOWN);
        assertThat(check(Phase.IDLE, false, false, null, failures(1, 9_000, 9_000, "refused"))
                        .status())
                .as("nobody has asked since")
                .isEqualTo(Status.DOWN);
    }

    @Test
    void aReadyModelWhoseLoadsFailIsDegradedForAMinute() {
        assertThat(check(Phase.READY, false, false, null, failures(5, 90, 59, "refused")))
                .satisfies(user -> {
                    assertThat(user.status()).isEqualTo(Status.DEGRADED);
                    assertThat(user.problems())
                            .containsExactly(
                                    "reading the database failed 5 times, first 90 s ago and last 59 s ago (SQLException: refused);"
                                            + " what is in memory is answered, and each read of something else tries again");
                });
        assertThat(check(Phase.READY, false, false, null, failures(5, 90, 60, "refused"))
                        .status())
                .isEqualTo(Status.UP);
    }

    @Test
    void aSyncThatFailedHooksThatAreDetachedAndABypassEachDegrade() {
        assertThat(check(Phase.READY, false, false, REFUSED, null)).satisfies(user -> {
            assertThat(user.status()).isEqualTo(Status.DEGRADED);
            assertThat(user.problems())
                    .singleElement()
                    .asString()
                    .startsWith("sync failed 8 s ago (SQLException: connection refused); ");
        });
        assertThat(check(Phase.READY, false, true, null, null)).satisfies(user -> {
            assertThat(user.status()).isEqualTo(Status.DEGRADED);
            assertThat(user.problems()).singleElement().asString().startsWith("detached from Hibernate");
        });
        assertThat(check(Phase.READY, true, false, null, null)).satisfies(user -> {
            assertThat(user.status()).isEqualTo(Status.DEGRADED);
            assertThat(user.problems()).singleElement().asString().startsWith("bypassed");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M, (tried every 5 min)",
        "PT0.25S, (tried every 250 ms)",
        "PT1M30S, (tried every 1 min 30 s)",
        "PT26H30M, (tried every 26 h 30 min)",
        "PT0.000001S, (tried every 0 ms)",
        "PT0S, (refresh() tries again)"
    })
    void howOftenASyncIsTriedIsToldExactly(Duration interval, String told) {
        assertThat(check(new Condition(Phase.READY, true, false, false, interval, REFUSED, null), null)
                        .problems())
                .singleElement()
                .asString()
                .endsWith("until a sync succeeds " + told);
    }

    @Test
    void aClosedModelIsDownWhateverElseIsWrong() {
        Model user = check(Phase.CLOSED, true, true, REFUSED, REFUSED);

        assertThat(user.status()).isEqualTo(Status.DOWN);
        assertThat(user.problems()).containsExactly("closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "connection refused|connection refused",
                "jdbc:postgresql://db/shop?user=ada&password=sesame&ssl=true is down|jdbc:postgresql://db/shop?user=ada&password=***&ssl=true is down",
                "postgresql://ada:sesame@db/shop is down|postgresql://***@db/shop is down",
                "jdbc:oracle:thin:ada/sesame@db is down|jdbc:oracle:thin:***@db is down",
                "{\"apiKey\": \"a b\", \"x\": 1}|{\"apiKey\": ***, \"x\": 1}",
                "Password: 'a b' is wrong|Password: *** is wrong",
                "accessToken=abc, more|accessToken=***, more",
            })
    void aProblemTellsNoSecret(String message, String told) {
        assertThat(Sentences.reason(new RuntimeException(message))).isEqualTo("RuntimeException: " + told);
    }

    @Test
    void aProblemIsShortAndQuotesNoRow() {
        assertThat(Sentences.reason(new SQLException("Data conversion error converting \"sesame\"", "22018")))
                .isEqualTo("SQLException, SQL state 22018");
        assertThat(Sentences.reason(new SQLException("Table USERS not found;\nselect email from users", "42S02")))
                .isEqualTo("SQLException: Table USERS not found;");
        assertThat(Sentences.reason(new CacheLoadException(
                        "User.sync", new IllegalArgumentException("No enum constant shop.Status.sesame"))))
                .isEqualTo("IllegalArgumentException");
        assertThat(Sentences.reason(new DateTimeException("Text 'sesame' could not be parsed")))
                .isEqualTo("DateTimeException");
        assertThat(Sentences.reason(new IllegalStateException("x".repeat(1_000))))
                .hasSizeLessThan(240);
        assertThat(Sentences.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    @Timeout(60)
    void aProblemIsToldAtOnceHoweverLongItsMessageIs() {
        assertThat(Sentences.reason(new IllegalStateException(":a".repeat(1_000_000))))
                .hasSizeLessThan(240);
    }
}
