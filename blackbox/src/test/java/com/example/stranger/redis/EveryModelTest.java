package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import com.example.stranger.model.Unique;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import com.example.stranger.support.Pool;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheGroup;
import io.turnkey.CopyFormat;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.redis.RedisServer;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

@ParameterizedClass(name = "{0}, {1}")
@CsvSource({"H2, BINARY", "POSTGRESQL, BINARY", "H2, JSON"})
@DisplayName("Every model's rows come back from Redis as they were, on a node whose database is down")
@Tag("F07")
@Tag("F62")
@Tag("F66")
class EveryModelTest {
    private static final Duration TTL = Duration.ofHours(2);

    private static RedisServer server;
    private static Jedis redis;
    private static CacheGroup writer;
    private static Pool pool;
    private static EntityManagerFactory readersFactory;
    private static CacheGroup reader;
    private static Clock clock;

    private final Database database;

    EveryModelTest(Database database, CopyFormat format) {
        this.database = database;
    }

    static List<Model<?, ?, ?, ?>> models() {
        return Models.all();
    }

    @BeforeParameterizedClassInvocation
    static void openBoth(Database database, CopyFormat format) throws InterruptedException {
        database.empty();
        database.write(em -> Models.all()
                // Each its own dice: an attribute more of one model leaves the rows of the others as they are.
                .forEach(model -> model.seed(em, new Dice(62 + model.toString().hashCode()))));
        server = RedisServer.start();
        redis = server.jedis();
        clock = new Clock();
        pool = new Pool(database.raw(), 8);
        readersFactory = database.factory(pool);
        writer = opened(database.factory(), format);
        reader = opened(readersFactory, format);
        pool.fail(true);
    }

    private static CacheGroup opened(EntityManagerFactory factory, CopyFormat format) throws InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        CacheGroup group = GeneratedCaches.all()
                .defaults(o -> o.load(LoadMode.LAZY)
                        .ttl(TTL)
                        .staleWhileRevalidate(false)
                        .staleIfError(Duration.ZERO))
                .on(RedisReconnected.class, e -> connected.countDown())
                .clock(clock)
                .redis(RedisTest.options(server.url()).copyFormat(format).build())
                .open(factory);
        assertThat(connected.await(30, TimeUnit.SECONDS)).isTrue();
        return group;
    }

    @AfterParameterizedClassInvocation
    static void closeBoth() {
        pool.fail(false);
        writer.close();
        reader.close();
        readersFactory.close();
        pool.close();
        redis.close();
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    <E, S, ID, C extends EntityCache<S, ID>> void byIdAndByEachUniqueKeySingleAndMany(Model<E, S, ID, C> model) {
        List<S> rows = database.read(model::expected);
        Map<ID, S> byId = rows.stream().collect(Collectors.toMap(model::id, Function.identity()));
        C from = writer.get(model.cache());
        C to = reader.get(model.cache());
        assertThat(from.getManyById(byId.keySet())).isEqualTo(byId);
        assertThat(rows).hasSizeGreaterThan(4);
        soon(() -> assertThat(redis.keys("cache:\\{default:" + from.model() + "\\}:v:*"))
                .hasSameSizeAs(rows));

        sameRows(inOneRoundTrip(() -> to.getManyById(byId.keySet())), byId);
        forget(to);
        byId.forEach((id, row) -> sameRow(inOneRoundTrip(() -> to.getById(id)).orElseThrow(), row));
        model.uniques().forEach(key -> byKey(key, to, rows));
        assertThat(to.stats().loads() + to.stats().loadFailures())
                .as("reads of the database")
                .isZero();
        assertThat(to.stats().l2Misses()).isZero();
        assertThat(to.stats().l2Hits()).isGreaterThanOrEqualTo(2L * rows.size());
    }

    private <S, K, C extends EntityCache<S, ?>> void byKey(Unique<C, S, K> key, C to, List<S> rows) {
        Map<K, S> byKey = rows.stream()
                .filter(row -> key.of().apply(row) != null)
                .collect(Collectors.toMap(row -> Objects.requireNonNull(key.of().apply(row)), Function.identity()));
        forget(to);
        sameRows(inOneRoundTrip(() -> key.getMany().apply(to, byKey.keySet())), byKey);
        forget(to);
        byKey.forEach((value, row) ->
                sameRow(inOneRoundTrip(() -> key.get().apply(to, value)).orElseThrow(), row));
    }

    /** Memory holds nothing any more, and nobody was told to. */
    private static void forget(EntityCache<?, ?> cache) {
        clock.advance(TTL.plusMinutes(1));
        assertThat(cache.cached()).isEmpty();
    }

    private static <R> R inOneRoundTrip(Supplier<R> read) {
        redis.configResetStat();
        R answer = read.get();
        assertThat(redis.info("commandstats")).contains("cmdstat_evalsha:calls=1,");
        return answer;
    }

    private static <K, S> void sameRows(Map<K, S> read, Map<K, S> rows) {
        assertThat(read).isEqualTo(rows);
        rows.forEach((key, row) -> sameRow(Objects.requireNonNull(read.get(key)), row));
    }

    private static <S> void sameRow(S read, S row) {
        assertThat(read).isEqualTo(row).hasSameClassAs(row).hasSameHashCodeAs(row);
    }
}
