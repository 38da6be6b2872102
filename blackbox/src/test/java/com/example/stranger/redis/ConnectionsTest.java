package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.stranger.fresh.Call;
import com.example.stranger.model.Models;
import com.example.stranger.support.Database;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheGroup;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("However many models and readers there are, a group has one pool")
@Tag("F67")
class ConnectionsTest extends RedisTest {
    @Test
    void ofAllModelsTogether() {
        Heard heard = new Heard();
        CacheGroup group = closing(GeneratedCaches.all()
                .defaults(o -> o.load(LoadMode.LAZY))
                .on(CacheEvent.class, heard)
                .redis(options(server.url()).poolSize(4).build())
                .open(Database.H2.factory()));
        heard.await(RedisReconnected.class, 1);

        List<Call<Boolean>> readers = IntStream.range(0, 12)
                .mapToObj(reader -> Call.toRun(() -> {
                    for (int i = 0; i < 3; i++) {
                        group.caches().forEach(cache -> {
                            cache.listAll();
                            cache.clear();
                        });
                    }
                }))
                .toList();
        readers.forEach(Call::result);

        assertThat(group.caches()).hasSizeGreaterThanOrEqualTo(Models.all().size());
        assertThat(others()).isBetween(2L, 4L + 1);
        group.close();
        soon(() -> assertThat(others()).isZero());
    }

    private long others() {
        return redis.clientList()
                .lines()
                .filter(line -> !line.contains("cmd=client|list"))
                .count();
    }
}
