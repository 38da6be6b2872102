package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/** What Redis holds of one model, seen and damaged by somebody who is no node. */
final class Stored {
    private final Jedis redis;
    private final String prefix;

    Stored(Jedis redis, String model) {
        this(redis, Node.GROUP, model);
    }

    Stored(Jedis redis, String group, String model) {
        this.redis = redis;
        this.prefix = "cache:{" + group + ":" + model + "}:";
    }

    /** The whole name of one of the model's keys: {@code "m"}, {@code "f"}, {@code "v:7"}. */
    String name(String suffix) {
        return prefix + suffix;
    }

    boolean has(String suffix) {
        return redis.exists(name(suffix));
    }

    /** Waits until the copies of these rows are there. */
    void await(Object... ids) {
        for (Object id : ids) {
            soon(() -> assertThat(has("v:" + id)).as("copy of %s", id).isTrue());
        }
    }

    /** The names of the keys that hold copies or lead to them. */
    Set<String> copiesAndLinks() {
        return redis.keys(prefix.replace("{", "\\{").replace("}", "\\}") + "[vk]:*");
    }

    /** The only link of one key that there is. */
    String link(String key) {
        return redis.keys(prefix + "k:" + key + ":*").stream()
                .reduce((one, other) -> {
                    throw new IllegalStateException("several links of " + key);
                })
                .orElseThrow();
    }

    byte[] copy(Object id) {
        return redis.get(bytes("v:" + id));
    }

    String text(Object id) {
        byte[] copy = copy(id);
        return copy == null ? "" : new String(copy, StandardCharsets.UTF_8);
    }

    /** Replaces a copy by something that lives as long. */
    void put(Object id, byte[] copy) {
        redis.set(bytes("v:" + id), copy, SetParams.setParams().keepTtl());
    }

    Duration left(String suffix) {
        return Duration.ofMillis(redis.pttl(name(suffix)));
    }

    void delete(String suffix) {
        assertThat(redis.del(name(suffix))).as(suffix).isOne();
    }

    String epoch() {
        return redis.hget(name("m"), "epoch");
    }

    /** The number of the last write. */
    long sequence() {
        return Long.parseLong(redis.hget(name("m"), "seq"));
    }

    private byte[] bytes(String suffix) {
        return name(suffix).getBytes(StandardCharsets.UTF_8);
    }
}
