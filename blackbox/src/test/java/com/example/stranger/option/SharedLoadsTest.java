package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.Gate;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent.Refreshed;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("Loads that callers share, or wait for in vain")
class SharedLoadsTest extends FreshTest {
    private static final int CALLERS = 16;

    SharedLoadsTest(Database database) {
        super(database);
    }

    private static <T> List<Call<T>> all(Callable<T> read) {
        List<Call<T>> calls = new ArrayList<>();
        for (int n = 0; n < CALLERS; n++) {
            calls.add(Call.to(read));
        }
        return calls;
    }

    /** Ways to ask for the one row that there is. */
    enum Way {
        ID(c -> c.getById(1L).stream()),
        EMAIL(c -> c.getByEmail("mail1").stream()),
        PAIR(c -> c.getByTenantAndLogin(1L, "login1").stream()),
        MANY(c -> c.getManyByEmail(List.of("mail1")).values().stream()),
        LIST(c -> c.listByTier("free").stream());

        private final Function<SubscriberCache, Stream<SubscriberSnapshot>> read;

        Way(Function<SubscriberCache, Stream<SubscriberSnapshot>> read) {
            this.read = read;
        }

        long rows(SubscriberCache subscribers) {
            return read.apply(subscribers).count();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F32")
    void oneLoadForAllWhoMissTheSameAtOnce(Way way) {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = unit.loads().holdNextAnswer();
        List<Call<Long>> calls = all(() -> way.rows(subscribers));
        gate.awaitArrival();
        calls.forEach(Call::awaitWaiting);
        gate.open();

        assertThat(calls).allSatisfy(call -> assertThat(call.result()).isEqualTo(1));
        assertThat(subscribers.stats().misses() + subscribers.stats().listMisses())
                .isEqualTo(CALLERS);
        assertThat(subscribers.stats().loads()).isEqualTo(1);
    }

    @Test
    @Tag("F32")
    void whoComesAfterAnInvalidationGetsALoadOfHisOwn() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = unit.loads().holdNextAnswer();
        Call<Optional<SubscriberSnapshot>> before = Call.to(() -> subscribers.getById(1L));
        gate.awaitArrival();
        jdbc("update Subscriber set body = 'new', version = version + 1 where id = 1");

        subscribers.invalidateById(1L);

        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
        assertThat(before.isDone()).isFalse();
        gate.open();
        assertThat(before.result())
                .as("nobody goes back behind what was answered")
                .map(SubscriberSnapshot::body)
                .contains("new");
        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
    }

    @Test
    @Tag("F25")
    void anExpiredRowIsReadAgainOnceHoweverManyAskForIt() throws InterruptedException {
        Clock clock = new Clock();
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY).ttl(Duration.ofMinutes(10)))
                .clock(clock));
        BlockingQueue<Refreshed> refreshed = new LinkedBlockingQueue<>();
        subscribers.on(Refreshed.class, refreshed::add);
        subscribers.getById(1L);
        clock.advance(Duration.ofMinutes(11));
        Gate gate = unit.loads().holdNextAnswer();

        all(() -> subscribers.getById(1L))
                .forEach(call -> assertThat(call.result()).as("at once").isPresent());
        gate.awaitArrival();
        gate.open();

        assertThat(refreshed.poll(60, TimeUnit.SECONDS)).isEqualTo(new Refreshed("Subscriber", 1L));
        assertThat(subscribers.stats().loads()).isEqualTo(2);
        assertThat(subscribers.stats().staleServes()).isEqualTo(CALLERS);
        assertThat(subscribers.isExpired(1L)).isFalse();
    }

    @Test
    @Tag("F28")
    void noMoreAtOnceThanMaxConcurrentLoads() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        try (CacheGroup caches = GeneratedCaches.all()
                .only(SubscriberCache.class)
                .maxConcurrentLoads(1)
                .defaults(o -> o.load(LoadMode.LAZY).loadTimeout(Duration.ofMinutes(1)))
                .loadFrom(unit.loads().source())
                .open(unit.factory())) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            Gate gate = unit.loads().holdNextAnswer();
            Call<Object> first = Call.to(() -> subscribers.getById(1L).orElseThrow());
            gate.awaitArrival();
            Call<Object> second = Call.to(() -> subscribers.getById(2L).orElseThrow());
            second.awaitWaiting();
            int loading = unit.loading();

            gate.open();

            assertThat(loading).isEqualTo(1);
            assertThat(first.result()).isNotNull();
            assertThat(second.result()).isNotNull();
        }
    }

    @Test
    @Tag("F28")
    void aLoadThatHangsFreesItsPlace() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        try (CacheGroup caches = GeneratedCaches.all()
                .only(SubscriberCache.class)
                .maxConcurrentLoads(1)
                .defaults(o -> o.load(LoadMode.LAZY).loadTimeout(Duration.ofMillis(300)))
                .loadFrom(unit.loads().source())
                .open(unit.factory())) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            Gate gate = unit.loads().holdNextAnswer();
            assertThat(answer(subscribers, 1)).asString().contains("Subscriber.getById", "loadTimeout");

            // On a slow machine 300 ms may be too little even for a database that answers.
            assertThat(IntStream.range(0, 100)
                            .mapToObj(i -> answer(subscribers, 2))
                            .filter(SubscriberSnapshot.class::isInstance)
                            .findFirst())
                    .isPresent();

            gate.open();
        }
    }

    private static Object answer(SubscriberCache subscribers, long id) {
        try {
            return subscribers.getById(id).orElseThrow();
        } catch (CacheLoadException e) {
            return e.getMessage();
        }
    }

    @Test
    @Tag("F33")
    void lookingNeverReadsTheDatabaseNorCountsAsARead() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.getById(1L);
        unit.loads().cut(true);

        assertThat(subscribers.cached()).extracting(SubscriberSnapshot::id).containsExactly(1L);
        assertThat(subscribers.size()).isEqualTo(1);
        assertThat(subscribers.peekByEmail("mail1")).isPresent();
        assertThat(subscribers.peekById(2L)).isEmpty();
        assertThat(subscribers.isCachedByTenantAndLogin(1L, "login1")).isTrue();
        assertThat(subscribers.isCached("email", "mail2")).isFalse();
        assertThat(subscribers.isExpired(2L)).isFalse();
        assertThat(subscribers.dump(10)).contains("mail1").doesNotContain("mail2");
        assertThat(subscribers.stats().hits()).isZero();
        assertThat(subscribers.stats().misses()).isEqualTo(1);
        assertThat(subscribers.stats().loads()).isEqualTo(1);
    }

    @Test
    @Tag("F33")
    void listAllIsCompleteWhateverIsCached() {
        persist(subscriber(1, "one"), subscriber(2, "two"), subscriber(3, "three"));
        for (LoadMode load : LoadMode.values()) {
            SubscriberCache subscribers = subscribers(load);
            subscribers.getById(1L);
            subscribers.invalidateById(2L);

            assertThat(subscribers.listAll()).as("%s", load).hasSize(3);
            agrees(subscribers);
            persist(subscriber(10 + load.ordinal(), "more"));
            agrees(subscribers);
            write(em -> em.createQuery("delete from Subscriber where id >= 10").executeUpdate());
            agrees(subscribers);
        }
    }

    @Test
    @Tag("F48")
    void clearingEndsEveryAnswer() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY).negativeTtl(Duration.ofHours(1))));
        subscribers.getByEmail("nobody");
        subscribers.listByTier("free");
        Gate gate = unit.loads().holdNextAnswer();
        Call<?> early = Call.to(() -> subscribers.getById(2L));
        gate.awaitArrival();
        jdbc("insert into Subscriber (id, email, tenant, login, tier, body, version)"
                + " select 2, 'mail2', tenant, 'login2', tier, body, version from Subscriber where id = 1");

        subscribers.clear();
        gate.open();
        early.result();

        assertThat(subscribers.stats().lists()).isZero();
        assertThat(subscribers.cached()).isEmpty();
        long loads = subscribers.stats().loads();
        subscribers.getByEmail("nobody");
        assertThat(subscribers.stats().loads()).isGreaterThan(loads);
        assertThat(subscribers.getById(2L)).isPresent();
    }

    @Test
    @Tag("F27")
    @Tag("F47")
    void invalidatingByAKeyThatNoRowHasEndsEveryAnswerAndNoRow() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY).negativeTtl(Duration.ofHours(1))));
        assertThat(subscribers.getByEmail("nobody")).isEmpty();
        assertThat(subscribers.listByTier("free")).hasSize(1);

        subscribers.invalidateByEmail("never");

        assertThat(subscribers.isCachedById(1L)).isTrue();
        assertThat(subscribers.isCachedByTier("free")).isFalse();
        long loads = subscribers.stats().loads();
        assertThat(subscribers.getByEmail("nobody")).isEmpty();
        assertThat(subscribers.stats().loads()).as("it is asked again").isGreaterThan(loads);
    }

    @Test
    @Tag("F47")
    void invalidatingByAKeyThatTheRowHasSinceReachesItUnderItsOldOne() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.getByEmail("mail1");
        jdbc("update Subscriber set email = 'moved', version = version + 1 where id = 1");

        subscribers.invalidateByEmail("moved");

        assertThat(subscribers.isCachedById(1L)).isFalse();
        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        assertThat(subscribers.getByEmail("moved")).isPresent();
    }
}
