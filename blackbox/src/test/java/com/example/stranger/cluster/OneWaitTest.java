package com.example.stranger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.cluster.Question.Key;
import com.example.stranger.stress.Operation;
import io.turnkey.CacheGroup;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A Redis that stops to answer is waited for once by those who read just then, and by nobody after")
@Tag("P6")
@Tag("F63")
class OneWaitTest {
    /** So long that a busy machine does everything else in that time. */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private static final List<Question> FIRST = List.of(
            new Question(Key.ID, "1"),
            new Question(Key.EMAIL, Operation.email(2, 0)),
            new Question(Key.LOGIN, Operation.login(3, 0)),
            new Question(Key.MANY_IDS, ""));
    private static final List<Question> LATER = List.of(
            new Question(Key.ID, "77"),
            new Question(Key.EMAIL, Operation.email(7, 1)),
            new Question(Key.LOGIN, Operation.login(8, 1)),
            new Question(Key.MANY_LOGINS, ""));

    @Test
    void whateverIsRead() {
        ClusterDatabase.create();
        ClusterDatabase.fill();
        try (RedisServer redis = RedisServer.start();
                Proxy proxy = new Proxy(redis.port())) {
            NodeSettings settings =
                    new NodeSettings(0, 1, 1, ClusterDatabase.port(), proxy.port(), 0, Duration.ofHours(1));
            // So seldom that it is not the heartbeat that finds it out.
            var options = Site.redis(settings).commandTimeout(TIMEOUT).heartbeat(Duration.ofMinutes(1));
            try (Site site = new Site(settings);
                    CacheGroup group = site.caches(settings, options.build()).open(site.factory())) {
                SubscriberCache cache = group.get(SubscriberCache.class);
                proxy.hold(true, true);

                assertThat(ask(cache, FIRST))
                        .as("one wait, and what the database takes")
                        .isBetween(TIMEOUT, TIMEOUT.multipliedBy(2));
                assertThat(ask(cache, LATER)).as("what the database takes").isLessThan(TIMEOUT);
                proxy.hold(false, false);
            }
        }
    }

    /** Asks all at once, and checks the answers; how long that took. */
    private static Duration ask(SubscriberCache cache, List<Question> questions) {
        List<RowState> rows = ClusterDatabase.rows();
        Phaser start = new Phaser(1);
        List<CompletableFuture<List<RowState>>> answers = questions.stream()
                .map(question -> CompletableFuture.supplyAsync(
                        () -> {
                            start.awaitAdvance(0);
                            return question.ask(cache);
                        },
                        task -> new Thread(task).start()))
                .toList();
        long begun = System.nanoTime();
        start.arrive();
        answers.forEach(CompletableFuture::join);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        for (int i = 0; i < answers.size(); i++) {
            Question question = questions.get(i);
            assertThat(answers.get(i).join())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().filter(question::concerns).toList());
        }
        return took;
    }
}
