package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Closed;
import io.turnkey.CacheEvent.Evicted;
import io.turnkey.CacheEvent.EvictionCause;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.IndexCleared;
import io.turnkey.CacheEvent.Initialized;
import io.turnkey.CacheEvent.ItemCreated;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheEvent.ItemRemoved;
import io.turnkey.CacheEvent.ItemUpdated;
import io.turnkey.CacheEvent.Ready;
import io.turnkey.CacheEvent.Refreshed;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("What happens in a cache is an event")
@Tag("F80")
class EventsTest extends FreshTest {
    private final Heard heard = new Heard();

    EventsTest(Database database) {
        super(database);
    }

    private SubscriberCache heard(LoadMode load) {
        SubscriberCache subscribers = subscribers(load);
        subscribers.on(CacheEvent.class, heard);
        return subscribers;
    }

    private static Map<String, Object> keys(long id, String email) {
        return Map.of(
                "email", email, "tenantAndLogin", new SubscriberCache.TenantAndLogin(1L, "login" + id), "tier", "free");
    }

    @Test
    void fromTheVeryFirstToTheVeryLast() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.FULL)).on(CacheEvent.class, heard));

        subscribers.close();

        assertThat(heard.all())
                .extracting(Object::getClass)
                .containsExactly(ItemLoaded.class, ItemLoaded.class, Synced.class, Ready.class, Closed.class);
        assertThat(heard.of(ItemLoaded.class))
                .containsExactlyInAnyOrder(
                        new ItemLoaded("Subscriber", 1L, keys(1, "mail1")),
                        new ItemLoaded("Subscriber", 2L, keys(2, "mail2")));
        assertThat(heard.of(Ready.class)).containsExactly(new Ready("Subscriber", 2));
        assertThat(heard.of(Synced.class)).singleElement().satisfies(synced -> {
            assertThat(synced.mode()).isEqualTo(SyncMode.FULL);
            assertThat(synced.rows()).isEqualTo(2);
            assertThat(synced.removed()).isZero();
            assertThat(synced.took()).isPositive();
        });
        assertThat(heard.all()).allMatch(event -> event.model().equals("Subscriber"));
    }

    @Test
    void writesOfRowsWithTheirIdsAndKeysOnceTheyAreCommitted() {
        SubscriberCache subscribers = heard(LoadMode.LAZY);

        persist(subscriber(1, "one"));
        change(1, s -> s.email = "moved");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> write(em -> {
                    em.persist(subscriber(2, "two"));
                    em.flush();
                    throw new IllegalStateException("changed my mind");
                }));
        write(em -> em.remove(em.find(Subscriber.class, 1L)));
        subscribers.close();

        assertThat(heard.all())
                .containsExactly(
                        new ItemCreated("Subscriber", 1L, keys(1, "mail1")),
                        new ItemUpdated("Subscriber", 1L, keys(1, "moved")),
                        new ItemRemoved("Subscriber", 1L, keys(1, "moved")),
                        new Closed("Subscriber"));
    }

    @Test
    void whoHearsOfAWriteReadsWhatWasWritten() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.getById(1L);
        Heard read = new Heard();
        subscribers.on(ItemUpdated.class, event -> {
            String body = subscribers.getById(1L).map(SubscriberSnapshot::body).orElseThrow();
            read.accept(new Cleared(body));
        });

        change(1, s -> s.body = "new");

        assertThat(read.await(Cleared.class, 1)).extracting(Cleared::model).containsExactly("new");
    }

    @Test
    void whatOneThreadWritesIsToldInItsOrder() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = heard(LoadMode.LAZY);
        for (int n = 1; n <= 100; n++) {
            String email = "mail-" + n;
            change(1, s -> s.email = email);
        }

        subscribers.close();

        assertThat(heard.of(ItemUpdated.class))
                .extracting(event -> event.keys().get("email"))
                .hasSize(100)
                .first()
                .isEqualTo("mail-1");
        for (int n = 1; n <= 100; n++) {
            assertThat(heard.of(ItemUpdated.class).get(n - 1).keys()).containsEntry("email", "mail-" + n);
        }
    }

    @Test
    void whatWasDroppedSinceSomebodySaidSo() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = heard(LoadMode.LAZY);

        subscribers.invalidateById(1L);
        subscribers.invalidateByEmail("mail2");
        subscribers.clearEmailIndex();
        subscribers.clear();
        write(em -> em.createQuery("update Subscriber set body = 'new'").executeUpdate());
        subscribers.close();

        assertThat(heard.all())
                .containsExactly(
                        new ItemInvalidated("Subscriber", 1L),
                        new ItemInvalidated("Subscriber", 2L),
                        new IndexCleared("Subscriber", "email"),
                        new Cleared("Subscriber"),
                        new Cleared("Subscriber"),
                        new Closed("Subscriber"));
    }

    @Test
    @Tag("F21")
    void whatLeftForWantOfRoom() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY).maxSize(1)));
        subscribers.on(Evicted.class, heard);

        subscribers.getById(1L);
        subscribers.getById(2L);

        assertThat(heard.await(Evicted.class, 1)).containsExactly(new Evicted("Subscriber", 1L, EvictionCause.SIZE));
        assertThat(subscribers.size()).isEqualTo(1);
    }

    @Test
    @Tag("F23")
    @Tag("F46")
    void whatOutlivedTtlAndMaxStale() {
        Clock clock = new Clock();
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY)
                        .ttl(Duration.ofMinutes(10))
                        .maxStale(Duration.ofMinutes(5))
                        .cleanupInterval(Duration.ofMillis(10)))
                .clock(clock)
                .on(Evicted.class, heard));
        subscribers.getById(1L);
        clock.advance(Duration.ofMinutes(16));

        assertThat(heard.await(Evicted.class, 1)).containsExactly(new Evicted("Subscriber", 1L, EvictionCause.EXPIRED));
        assertThat(subscribers.size()).isZero();
        assertThat(subscribers.stats().expirations()).isEqualTo(1);

        subscribers.stopCleanup();
        subscribers.stopCleanup();
        subscribers.startCleanup();
        subscribers.startCleanup();
        subscribers.getById(1L);
        clock.advance(Duration.ofMinutes(16));
        assertThat(heard.await(Evicted.class, 2)).hasSize(2);
    }

    @Test
    @Tag("F30")
    void aFailureAlsoIfItsCallerIsTold() {
        SubscriberCache subscribers = heard(LoadMode.LAZY);
        unit.loads().cut(true);

        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getByEmail("mail1"));

        assertThat(heard.await(Failed.class, 1)).singleElement().satisfies(failed -> {
            assertThat(failed.operation()).isEqualTo("Subscriber.getByEmail");
            assertThat(failed.error()).isInstanceOf(CacheLoadException.class).hasStackTraceContaining("broke");
        });
    }

    @Test
    @Tag("F41")
    void aSyncThatFailsChangesNothingAndOneThatDoesNotSaysWhatIsGone() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = heard(LoadMode.FULL);
        jdbc("delete from Subscriber where id = 2");
        unit.loads().cut(true);

        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.sync(SyncMode.FULL));
        assertThat(heard.await(Failed.class, 1)).extracting(Failed::operation).containsExactly("sync");
        assertThat(subscribers.size()).isEqualTo(2);
        assertThat(subscribers.peekByEmail("mail2")).isPresent();

        unit.loads().cut(false);
        subscribers.sync(SyncMode.FULL);
        assertThat(heard.await(Synced.class, 1)).singleElement().satisfies(synced -> {
            assertThat(synced.rows()).isEqualTo(1);
            assertThat(synced.removed()).isEqualTo(1);
        });
        assertThat(subscribers.peekByEmail("mail2")).isEmpty();
    }

    @Test
    void aRowThatWasReadAgain() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = heard(LoadMode.LAZY);

        subscribers.refreshById(1L);
        subscribers.refreshById(99L);
        subscribers.close();

        assertThat(heard.of(Refreshed.class)).containsExactly(new Refreshed("Subscriber", 1L));
    }

    @Test
    @Tag("F29")
    void aModelThatIsKeptWholeReadsAWrittenRowAgainAtOnce() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = heard(LoadMode.FULL);

        change(1, s -> s.body = "new");

        heard.await(Refreshed.class, 1);
        assertThat(subscribers.peekById(1L)).map(SubscriberSnapshot::body).contains("new");
    }

    @Test
    @Tag("F29")
    @Tag("F45")
    void aModelThatIsKeptWholeReadsItsTableAgainAfterAStatementThatMayHaveWrittenAnyRow() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        SubscriberCache subscribers = heard(LoadMode.FULL);

        write(em -> em.createQuery("update Subscriber set body = 'new'").executeUpdate());

        heard.await(Synced.class, 1);
        assertThat(subscribers.cached()).extracting(SubscriberSnapshot::body).containsExactly("new", "new");
    }

    @Test
    void everyTypeOfRowsHasOneName() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.on(CacheEvent.OfRow.class, heard);

        subscribers.getById(1L);
        subscribers.invalidateById(1L);
        subscribers.clear();
        subscribers.close();

        assertThat(heard.all())
                .containsExactly(
                        new ItemLoaded("Subscriber", 1L, keys(1, "mail1")), new ItemInvalidated("Subscriber", 1L));
    }

    @Test
    void aGroupHearsItselfAndAllItsModelsAndACacheOnlyItsOwn() {
        Heard own = new Heard();
        CacheGroup caches = GeneratedCaches.all()
                .name("watched")
                .only(SubscriberCache.class, BranchCache.class)
                .loadFrom(unit.loads().source())
                .on(CacheEvent.class, heard)
                .open(unit.factory());
        caches.get(BranchCache.class).on(CacheEvent.class, own);
        Heard unsubscribed = new Heard();
        caches.on(CacheEvent.class, unsubscribed).close();
        persist(subscriber(1, "one"), new Branch(1L, "Bremen"));

        caches.close();

        assertThat(heard.of(Initialized.class)).containsExactly(new Initialized("watched"));
        assertThat(heard.of(Ready.class)).extracting(Ready::model).containsExactlyInAnyOrder("Subscriber", "Branch");
        assertThat(heard.of(ItemCreated.class))
                .extracting(ItemCreated::model)
                .containsExactlyInAnyOrder("Subscriber", "Branch");
        assertThat(heard.of(Closed.class))
                .extracting(Closed::model)
                .containsExactlyInAnyOrder("Subscriber", "Branch", "watched")
                .endsWith("watched");
        assertThat(unsubscribed.all()).isEmpty();
        assertThat(own.all()).isNotEmpty().allMatch(event -> event.model().equals("Branch"));
    }

    @Test
    @Tag("F84")
    void ofACacheInMemoryAreHeardBeforeTheCallReturns() {
        try (SubscriberCache.InMemory subscribers = SubscriberCache.inMemory(List.of())) {
            subscribers.on(CacheEvent.class, heard);

            subscribers.put(subscriber(1, "one"));
            assertThat(heard.all()).containsExactly(new ItemCreated("Subscriber", 1L, keys(1, "mail1")));
            subscribers.remove(1L);
            assertThat(heard.of(ItemRemoved.class)).hasSize(1);
        }
        assertThat(heard.all()).last().isEqualTo(new Closed("Subscriber"));
    }
}
