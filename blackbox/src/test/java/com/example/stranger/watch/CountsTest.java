package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberCache.TenantAndLogin;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.support.Statements;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheStats;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What a cache counts adds up")
@Tag("F81")
class CountsTest extends FreshTest {
    private static final int STEPS = 200;

    private final Clock clock = new Clock();
    private final Statements statements = new Statements();
    private EntityManagerFactory factory;
    private SubscriberCache subscribers;
    private boolean cut;

    CountsTest() {
        super(Database.H2);
    }

    /** Rows 1 to 5 exist, and those up to 8 do not. There is room for four. */
    @BeforeEach
    void openCache() {
        for (long id = 1; id <= 5; id++) {
            persist(subscriber(id, "body"));
        }
        factory = unit.anotherFactory(unit.loads().source(), statements);
        subscribers = SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY)
                        .maxSize(4)
                        .ttl(Duration.ofMinutes(10))
                        .ttlJitter(0)
                        .staleWhileRevalidate(false)
                        .staleIfError(Duration.ofHours(1))
                        .negativeTtl(Duration.ofMinutes(3))
                        .cleanupInterval(Duration.ZERO))
                .clock(clock)
                .open(factory);
    }

    @AfterEach
    void closeCache() {
        subscribers.close();
        factory.close();
    }

    @Test
    void whicheverWayItIsAsked() {
        Random random = new Random(42);
        for (int step = 0; step < STEPS; step++) {
            List<Integer> numbers = IntStream.range(0, 1 + random.nextInt(4))
                    .map(i -> 1 + random.nextInt(8))
                    .boxed()
                    .toList();
            cut = random.nextInt(8) == 0;
            unit.loads().cut(cut);
            clock.advance(
                    cut && random.nextBoolean() ? Duration.ofMinutes(11) : Duration.ofSeconds(random.nextInt(20)));
            switch (random.nextInt(12)) {
                case 0 -> reads(id(numbers), 1, () -> subscribers.getById(id(numbers)));
                case 1 -> reads(id(numbers), 1, () -> subscribers.getByEmail("mail" + id(numbers)));
                case 2 -> reads(id(numbers), 1, () -> subscribers.getByTenantAndLogin(1L, "login" + id(numbers)));
                case 3 -> reads(numbers, () -> subscribers.getManyById(map(numbers, Integer::longValue)));
                case 4 -> reads(numbers, () -> subscribers.getManyByEmail(map(numbers, n -> "mail" + n)));
                case 5 ->
                    reads(
                            numbers,
                            () -> subscribers.getManyByTenantAndLogin(
                                    map(numbers, n -> new TenantAndLogin(1L, "login" + n))));
                case 6 -> lists(1, () -> subscribers.listByTier("free"));
                case 7 -> lists(2, () -> subscribers.listManyByTier(List.of("paid", "free", "paid")));
                case 8 -> lists(1, subscribers::listAll);
                case 9 -> looks(id(numbers));
                case 10 -> reads(0, () -> subscribers.refreshById(id(numbers)));
                default -> reads(0, () -> subscribers.invalidateByEmail("mail" + id(numbers)));
            }
        }
        CacheStats stats = subscribers.stats();
        assertThat(List.of(stats.hits(), stats.misses(), stats.negativeHits(), stats.listHits(), stats.listMisses()))
                .as("everything happened")
                .allMatch(count -> count > 0);
        assertThat(List.of(stats.staleServes(), stats.loads(), stats.loadFailures(), stats.evictions()))
                .allMatch(count -> count > 0);
    }

    @Test
    @Tag("F36")
    void inBypassToo() {
        subscribers.getManyById(List.of(1L, 99L));
        subscribers.bypass(true);
        reads(1L, 1, () -> subscribers.getById(1L));
        reads(List.of(1, 2, 99, 1), () -> subscribers.getManyById(List.of(1L, 2L, 99L, 1L)));
        lists(1, () -> subscribers.listByTier("free"));
        assertThat(subscribers.stats().misses()).isEqualTo(6);
        assertThat(subscribers.stats().listMisses()).isEqualTo(1);
        assertThat(subscribers.stats().hits()).isZero();
    }

    private static Long id(List<Integer> numbers) {
        return numbers.get(0).longValue();
    }

    private static <K> List<K> map(List<Integer> numbers, Function<Integer, K> key) {
        return numbers.stream().map(key).toList();
    }

    private void reads(List<Integer> numbers, Runnable read) {
        HashSet<Integer> distinct = new HashSet<>(numbers);
        long inMemory = distinct.stream()
                .filter(n -> subscribers.isCachedById(n.longValue()))
                .count();
        counts(distinct.size(), inMemory, 0, read);
    }

    private void reads(long id, int keys, Runnable read) {
        counts(keys, subscribers.isCachedById(id) ? 1 : 0, 0, read);
    }

    private void reads(int keys, Runnable read) {
        counts(keys, 0, 0, read);
    }

    private void lists(int lists, Runnable read) {
        counts(0, 0, lists, read);
    }

    /** Looks at memory alone count nothing. */
    private void looks(long id) {
        counts(0, 0, 0, () -> {
            subscribers.peekById(id);
            subscribers.isCachedByEmail("mail" + id);
            subscribers.isCachedByTier("free");
            subscribers.isExpired(id);
            subscribers.cached();
            subscribers.dump(3);
            subscribers.toJson(true);
        });
    }

    private void counts(int keys, long inMemory, int lists, Runnable read) {
        CacheStats before = subscribers.stats();
        List<String> sent = statements.during(() -> {
            try {
                read.run();
            } catch (CacheLoadException e) {
                assertThat(e).hasStackTraceContaining("the connection broke");
            }
        });
        CacheStats after = subscribers.stats();
        long answered = after.hits() - before.hits() + after.negativeHits() - before.negativeHits();
        long misses = after.misses() - before.misses();
        assertThat(answered + misses).as("reads").isEqualTo(keys);
        assertThat(after.hits() - before.hits()).as("hits").isEqualTo(keys == 0 ? 0 : inMemory);
        assertThat(after.listHits() + after.listMisses() - before.listHits() - before.listMisses())
                .as("lists")
                .isEqualTo(lists);
        assertThat(after.loads() - before.loads()).as("statements").isEqualTo(sent.size());
        boolean missed = misses > 0 || after.listMisses() > before.listMisses();
        assertThat(after.loadFailures() - before.loadFailures())
                .as("failures")
                .isBetween(cut && missed ? 1L : 0L, cut ? 1L : 0L);
        assertThat(after.staleServes() - before.staleServes())
                .as("stale serves")
                .isLessThanOrEqualTo(misses);
        if (!missed && keys + lists > 0) {
            assertThat(sent).as("nothing missed, nothing read").isEmpty();
        }
    }
}
