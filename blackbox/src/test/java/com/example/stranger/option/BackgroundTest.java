package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.Gate;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent.Ready;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("What a cache does by itself, and how it begins")
class BackgroundTest extends FreshTest {
    BackgroundTest(Database database) {
        super(database);
    }

    private SubscriberCache built(EntityManagerFactory factory) {
        return SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.FULL))
                .loadFrom(unit.loads().source())
                .build(factory);
    }

    /** A sync may have begun before the row changed, and its event may come late; but not so many of them. */
    private static void awaitBody(String body, SubscriberCache subscribers, BlockingQueue<Synced> syncs)
            throws InterruptedException {
        for (int n = 0; n < 1_000; n++) {
            if (subscribers.peekById(1L).map(SubscriberSnapshot::body).equals(Optional.of(body))) {
                return;
            }
            assertThat(syncs.poll(60, TimeUnit.SECONDS)).as("another sync").isNotNull();
        }
        fail("No refresh found '%s'", body);
    }

    @Test
    @Tag("F22")
    @Tag("F46")
    void refreshesWhatOthersWroteUntilItIsStopped() throws InterruptedException {
        persist(subscriber(1, "old"));
        BlockingQueue<Synced> syncs = new LinkedBlockingQueue<>();
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.FULL).refreshInterval(Duration.ofMillis(20)))
                .on(Synced.class, syncs::add));
        jdbc("update Subscriber set body = 'new', version = version + 1 where id = 1");

        awaitBody("new", subscribers, syncs);

        subscribers.stopAutoRefresh();
        subscribers.stopAutoRefresh();
        subscribers.startAutoRefresh();
        subscribers.startAutoRefresh();
        jdbc("update Subscriber set body = 'newer', version = version + 1 where id = 1");
        awaitBody("newer", subscribers, syncs);
    }

    @Test
    @Tag("F40")
    @Tag("F44")
    void beginsWithStartAndHearsOfWritesFromThenOn() {
        persist(subscriber(1, "old"));
        BlockingQueue<Ready> ready = new LinkedBlockingQueue<>();
        SubscriberCache subscribers = built(unit.factory());
        subscribers.on(Ready.class, ready::add);
        assertThat(subscribers.isReady()).isFalse();
        assertThat(subscribers.waitUntilReady(Duration.ZERO)).isFalse();
        assertThat(subscribers.getById(1L)).as("it reads through").isPresent();
        Call<Boolean> waiting = Call.to(() -> subscribers.waitUntilReady(Duration.ofMinutes(1)));

        subscribers.start();
        subscribers.start();

        assertThat(waiting.result()).isTrue();
        assertThat(subscribers.isReady()).isTrue();
        change(1, s -> s.body = "new");
        agrees(subscribers);
        subscribers.close();
        assertThat(ready).containsExactly(new Ready("Subscriber", 1));
        assertThat(subscribers.isReady()).isFalse();
        assertThatIllegalStateException().isThrownBy(subscribers::start).withMessageContaining("Subscriber");
    }

    @Test
    @Tag("F40")
    void aStartThatFailsCanBeRepeated() {
        persist(subscriber(1, "old"));
        try (SubscriberCache subscribers = built(unit.factory())) {
            unit.loads().cut(true);
            assertThatExceptionOfType(CacheLoadException.class)
                    .isThrownBy(subscribers::start)
                    .withMessageContaining("Subscriber");
            assertThat(subscribers.isReady()).isFalse();
            unit.loads().cut(false);

            subscribers.start();

            assertThat(subscribers.isReady()).isTrue();
            assertThat(subscribers.size()).isEqualTo(1);
        }
    }

    @Test
    @Tag("F41")
    void whoReadsWhileASyncRunsFindsWhatWasThere() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = subscribers(LoadMode.FULL);
        Gate gate = unit.loads().holdNextAnswer();
        Call<Boolean> sync = Call.toRun(() -> subscribers.sync(SyncMode.FULL));
        gate.awaitArrival();

        assertThat(subscribers.listAll()).hasSize(2);
        assertThat(subscribers.getByEmail("mail2")).isPresent();

        gate.open();
        sync.result();
        agrees(subscribers);
    }

    @Test
    @Tag("F41")
    void readsNoEntity() {
        persist(subscriber(1, "one"), new Branch(1L, "Bremen"));
        Statistics statistics = unit.factory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            SubscriberCache subscribers = subscribers(LoadMode.FULL);
            subscribers.sync(SyncMode.FULL);
            subscribers.refreshById(1L);
            subscribers.clear();
            subscribers.listByTier("free");

            assertThat(statistics.getEntityLoadCount()).isZero();
            assertThat(statistics.getPrepareStatementCount()).isGreaterThanOrEqualTo(4);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    @Tag("F44")
    void hearsOfNoWriteWhileItsHooksAreDetached() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.getById(1L);

        subscribers.detachHooks();
        subscribers.detachHooks();
        change(1, s -> s.body = "unheard");
        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("old");

        subscribers.attachHooks();
        subscribers.attachHooks();
        change(1, s -> s.body = "heard");
        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("heard");
    }

    @Test
    @Tag("F44")
    void hearsOfWritesThroughAnotherFactoryToo() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        try (EntityManagerFactory other = unit.anotherFactory(unit.loads().source())) {
            subscribers.getById(1L);
            subscribers.attachHooks(other);
            subscribers.attachHooks(other);

            other.runInTransaction(em -> em.find(Subscriber.class, 1L).body = "new");

            assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
            change(1, s -> s.body = "newer");
            assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("newer");
            other.runInTransaction(em ->
                    em.createQuery("update Subscriber set body = 'newest'").executeUpdate());
            assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("newest");

            subscribers.detachHooks();
            other.runInTransaction(em -> em.find(Subscriber.class, 1L).body = "unheard");
            assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("newest");
        }
    }
}
