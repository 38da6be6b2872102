package io.turnkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F60")
class RedisOptionsTest {
    @Test
    void a_url_says_where_and_who() {
        RedisOptions options = RedisOptions.url("rediss://ca%3Ache:p%40ss+w%2Frd@redis.example:6380/3");

        assertThat(options.address()).isEqualTo(new RedisAddress("redis.example", 6380));
        assertThat(options.user()).isEqualTo("ca:che");
        assertThat(options.password()).isEqualTo("p@ss+w/rd");
        assertThat(options.database()).isEqualTo(3);
        assertThat(options.tls()).isTrue();
    }

    @Test
    void a_url_may_leave_out_all_but_the_host() {
        RedisOptions options = RedisOptions.url("redis://[::1]");

        assertThat(options.address()).hasToString("[::1]:6379");
        assertThat(options.user()).isNull();
        assertThat(RedisOptions.url("redis://:secret@h").password()).isEqualTo("secret");
        assertThat(RedisOptions.url("redis://:secret@h").user()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://user:hunter2@host:port",
                "redis://user:hunter2 @host",
                "http://user:hunter2@host",
                "redis://user:hun/ter2@host/0",
                "user:hunter2@host",
                "redis://user:1/hunter2@host",
                "redis://user:%zzhunter2@host"
            })
    void a_bad_url_is_explained_without_repeating_it(String url) {
        assertThatThrownBy(() -> RedisOptions.url(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://user:password@host:6379/0")
                .hasNoCause()
                .message()
                .doesNotContain("ter2");
    }

    @Test
    void no_text_shows_a_password() {
        RedisOptions options = RedisOptions.builder()
                .url("redis://user:hunter2@host")
                .sentinel("main", "a:1", "b:2")
                .sentinelLogin("s", "hunter3")
                .build();

        assertThat(options.toString())
                .contains("main", "a:1")
                .doesNotContain("hunter")
                .doesNotContain("user");
        assertThat(RedisOptions.url("redis://user:hunter2@host").toString())
                .contains("host:6379")
                .doesNotContain("hunter2");
    }

    @Test
    void what_does_not_go_together_is_refused_and_named() {
        refused("Sentinel needs the master's name", b -> b.sentinel("main"));
        refused("choose one", b -> b.sentinel("main", "a:1").cluster("b:2"));
        refused("choose one", b -> b.client(new Object()).cluster("b:2"));
        refused("no database but 0", b -> b.cluster("b:2").database(1));
        refused("user needs a password", b -> b.user("cache"));
        refused("keyPrefix", b -> b.keyPrefix("cache:<group>:<Model>:"));
        refused("keyPrefix", b -> b.keyPrefix("cache:{<group>}:"));
        refused("connectTimeout", b -> b.connectTimeout(Duration.ZERO));
        refused("commandTimeout", b -> b.commandTimeout(Duration.ofNanos(10)));
        refused("heartbeat must not be shorter than commandTimeout", b -> b.heartbeat(Duration.ofMillis(10)));
        refused("poolSize", b -> b.poolSize(1));
        refused("maxQueuedFills", b -> b.maxQueuedFills(0));
        refused("maxQueuedChanges", b -> b.maxQueuedChanges(0));
        refused("drainTimeout", b -> b.drainTimeout(Duration.ofMillis(-1)));
        refused("port", b -> b.port(70_000));
        refused("host:port", b -> b.cluster("somewhere"));
    }

    @Test
    @Tag("F63")
    void pauses_grow_to_the_longest_and_are_shortened_at_random() {
        RedisReconnect policy = RedisReconnect.DEFAULT;

        assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.delay(2, 0)).isEqualTo(Duration.ofMillis(200));
        assertThat(policy.delay(2, 1)).isEqualTo(Duration.ofMillis(160));
        assertThat(policy.delay(7, 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delay(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofSeconds(5));
    }

    private static void refused(String message, UnaryOperator<RedisOptions.Builder> change) {
        assertThatThrownBy(() -> change.apply(RedisOptions.builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
