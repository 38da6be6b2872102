package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Unit;
import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.CacheHealth.Status;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A group whose database is down now and then")
@Timeout(60)
class DegradedGroupTest {
    private final Unit unit = new Unit(Airport.class, Document.class);
    private final List<CacheEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void rows() {
        unit.write(em -> {
            for (long id = 1; id <= 3; id++) {
                Document document = new Document();
                document.id = id;
                document.slug = "slug" + id;
                em.persist(document);
            }
        });
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private CacheGroup.Builder caches() {
        return GeneratedCaches.all().on(CacheEvent.class, events::add);
    }

    private <E extends CacheEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static CacheHealth.Model document(CacheGroup caches) {
        return caches.health().models().get("Document");
    }

    @Test
    @Tag("F70")
    @Tag("F71")
    @Tag("F76")
    void openedWithoutItsDatabaseItTriesAgainByItselfUntilItIsReady() throws InterruptedException {
        CountDownLatch initialized = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(3);
        unit.down(true);
        try (CacheGroup caches = caches().on(CacheEvent.Initialized.class, e -> initialized.countDown())
                .on(CacheEvent.Failed.class, e -> again.countDown())
                .open(unit.factory())) {
            assertThat(caches.isInitialized()).isFalse();
            assertThat(caches.health().status()).isEqualTo(Status.DEGRADED);
            assertThat(document(caches)).satisfies(health -> {
                assertThat(health.ready()).isFalse();
                assertThat(health.problems())
                        .singleElement()
                        .asString()
                        .startsWith("start failed ")
                        .contains("the pool is broken", "next attempt in ");
            });
            assertThatExceptionOfType(CacheInitializationException.class)
                    .isThrownBy(() -> caches.waitUntilReady(Duration.ZERO))
                    .withMessageContainingAll("Airport (start failed", "Document (start failed", "the pool is broken");

            assertThat(again.await(30, TimeUnit.SECONDS))
                    .as("tried in the background")
                    .isTrue();
            unit.down(false);
            caches.waitUntilReady();

            assertThat(caches.isInitialized()).isTrue();
            assertThat(initialized.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(caches.get(DocumentCache.class).size()).isEqualTo(3);
            assertThat(caches.health().status()).isEqualTo(Status.UP);
            caches.init();
        }
        assertThat(events(CacheEvent.Initialized.class)).hasSize(1);
        assertThat(events(CacheEvent.Failed.class))
                .allSatisfy(failed -> assertThat(failed.operation()).isEqualTo("start"));
    }

    @ParameterizedTest(name = "readThrough = {0}")
    @ValueSource(booleans = {true, false})
    @Tag("F70")
    @Tag("F24")
    void itAnswersByReadingThroughWhileItIsNotReadyAndTheCallerMayStartIt(boolean readThrough) {
        unit.down(true);
        try (CacheGroup caches =
                caches().defaults(o -> o.readThrough(readThrough)).open(unit.factory())) {
            DocumentCache documents = caches.get(DocumentCache.class);
            assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> documents.getById(1L));
            assertThat(document(caches).status())
                    .as("not ready, and the database does not answer")
                    .isEqualTo(Status.DOWN);
            assertThat(document(caches).problems()).first().asString().contains("is read from the database");
            unit.down(false);

            assertThat(documents.getBySlug("slug1")).isPresent();
            caches.init();

            assertThat(caches.isInitialized()).isTrue();
            assertThat(caches.health().status()).isEqualTo(Status.UP);
        }
    }

    @Test
    @Tag("F70")
    void theFailureOfOpenIsReportedOnceForEachModel() {
        unit.down(true);
        caches().open(unit.factory()).close();

        assertThat(events(CacheEvent.Failed.class))
                .extracting(CacheEvent.Failed::model)
                .containsExactlyInAnyOrder("Airport", "Document");
    }

    @Test
    @Tag("F70")
    void failFastNamesEachModelThatFailedAndLeavesNothingOpen() {
        unit.down(true);

        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(() -> caches().name("fast").failFast().open(unit.factory()))
                .withMessageContainingAll("2 of 2 models", "'fast'", "Airport (", "Document (")
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .satisfiesExactlyInAnyOrder(
                                message -> assertThat(message).startsWith("Airport: "),
                                message -> assertThat(message).startsWith("Document: ")));
        assertThat(events(CacheEvent.Closed.class)).hasSize(3);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("turnkey-fast-") && thread.isAlive())
                .filteredOn(thread ->
                        thread.getName().contains("-retry-") || thread.getName().contains("-timer-"))
                .isEmpty();
    }

    @Test
    @Tag("F77")
    @Tag("H28")
    void closedWhileItTriesAgainItStopsThat() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(4);
        unit.down(true);
        CacheGroup caches = caches().name("ending")
                .on(CacheEvent.Failed.class, e -> again.countDown())
                .open(unit.factory());
        assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
        caches.closeOnShutdown();

        CompletableFuture<Void> other = CompletableFuture.runAsync(caches::close);
        caches.close();
        other.join();
        caches.close();

        assertThat(events(CacheEvent.Closed.class))
                .extracting(CacheEvent::model)
                .containsExactlyInAnyOrder("Airport", "Document", "ending");
        assertThat(caches.health().status()).isEqualTo(Status.DOWN);
        assertThat(caches.health().models().values())
                .hasSize(2)
                .allSatisfy(model -> assertThat(model.problems()).containsExactly("closed"));
        assertThatIllegalStateException().isThrownBy(caches::waitUntilReady).withMessageContaining("ending");
        assertThatIllegalStateException().isThrownBy(caches::init);
        assertThatIllegalStateException().isThrownBy(() -> caches.refresh("Document", SyncMode.FULL));
    }

    @Test
    @Tag("F71")
    @Tag("F77")
    void whoWaitsForAGroupThatIsClosedIsToldAtOnce() {
        CacheGroup caches = caches().build(unit.factory());
        FutureTask<Void> waiting = new FutureTask<>(() -> caches.waitUntilReady(Duration.ofDays(1)), null);
        Thread waiter = new Thread(waiting);
        waiter.start();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        caches.close();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessageContaining("is closed");
    }

    @Test
    @Tag("F76")
    void healthTellsOfABuiltGroupASyncThatFailedAndItsEnd() {
        CacheGroup caches = caches().name("health").build(unit.factory());
        assertThat(caches.health().group()).isEqualTo("health");
        assertThat(caches.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(document(caches).problems()).singleElement().asString().startsWith("not started");
        caches.init();
        assertThat(caches.health().status()).isEqualTo(Status.UP);
        assertThat(document(caches)).satisfies(health -> {
            assertThat(health.ready()).isTrue();
            assertThat(health.size()).isEqualTo(3);
            assertThat(health.sinceSync()).isNotNull();
            assertThat(health.hitRate()).isEqualTo(1.0);
            assertThat(health.problems()).isEmpty();
        });

        unit.down(true);
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(caches::refresh)
                .withMessageContainingAll("Airport", "Document")
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(2));
        assertThat(caches.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(document(caches).problems())
                .singleElement()
                .asString()
                .startsWith("sync failed ")
                .contains("the pool is broken");
        assertThat(caches.get(DocumentCache.class).getById(1L))
                .as("what is in memory is still served")
                .isPresent();
        unit.down(false);
        caches.refresh("Document", SyncMode.FULL);
        assertThat(document(caches).status()).isEqualTo(Status.UP);
        assertThat(caches.health().status()).as("Airport").isEqualTo(Status.DEGRADED);

        caches.close();
        assertThat(caches.health().status()).isEqualTo(Status.DOWN);
    }

    @Test
    @Tag("F76")
    void healthTellsOfLoadsThatFailHooksThatAreDetachedAndABypass() {
        Clock clock = new Clock();
        try (CacheGroup caches = caches().only(DocumentCache.class)
                .clock(clock)
                .defaults(o -> o.load(LoadMode.LAZY))
                .open(unit.factory())) {
            DocumentCache documents = caches.get(DocumentCache.class);
            unit.down(true);
            assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> documents.getById(1L));
            assertThat(document(caches)).satisfies(health -> {
                assertThat(health.status()).isEqualTo(Status.DEGRADED);
                assertThat(health.problems()).singleElement().asString().startsWith("reading the database failed");
            });
            documents.bypass(true);
            assertThat(document(caches).status())
                    .as("nothing is in memory either")
                    .isEqualTo(Status.DOWN);
            unit.down(false);
            assertThat(documents.getById(1L)).isPresent();
            assertThat(document(caches).problems()).singleElement().asString().startsWith("bypassed");
            documents.bypass(false);
            documents.detachHooks();
            assertThat(document(caches).problems()).singleElement().asString().startsWith("detached");
            documents.attachHooks();

            assertThat(caches.health().status()).isEqualTo(Status.UP);
        }
    }

    @Test
    @Tag("F29")
    @Tag("F76")
    void aTableThatOutgrowsItsCacheDegradesItIfItMustBeKeptWhole() {
        try (CacheGroup caches = caches().only(DocumentCache.class, AirportCache.class)
                .defaults(o -> o.load(LoadMode.FULL).maxSize(2))
                .open(unit.factory())) {
            assertThat(document(caches).status()).isEqualTo(Status.DEGRADED);
            assertThat(document(caches).problems()).singleElement().asString().contains("start failed", "maxSize = 2");
            assertThat(caches.get(DocumentCache.class).getBySlug("slug3")).isPresent();
            assertThat(caches.health().models().get("Airport").status()).isEqualTo(Status.UP);

            unit.write(em -> em.remove(em.find(Document.class, 3L)));
            caches.init();

            assertThat(caches.health().status()).isEqualTo(Status.UP);
        }
        try (CacheGroup caches =
                caches().only(DocumentCache.class).defaults(o -> o.maxSize(1)).open(unit.factory())) {
            assertThat(caches.health().status())
                    .as("AUTO: rows come when they are asked for")
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    @Tag("F29")
    @Tag("F71")
    @Tag("F76")
    void aTableThatOutgrowsItsCacheLaterFailsEachSyncUntilItFitsAgain() {
        try (CacheGroup caches = caches().only(DocumentCache.class)
                .defaults(o -> o.load(LoadMode.FULL).maxSize(3).refreshInterval(Duration.ZERO))
                .open(unit.factory())) {
            DocumentCache documents = caches.get(DocumentCache.class);
            assertThat(caches.health().status()).isEqualTo(Status.UP);
            others("insert into Document (id, slug, version) values (4, 'slug4', 0)");

            for (int times = 1; times <= 2; times++) {
                assertThatExceptionOfType(CacheException.class)
                        .isThrownBy(caches::refresh)
                        .withStackTraceContaining("Document has more rows than maxSize = 3");
            }

            assertThat(document(caches)).satisfies(health -> {
                assertThat(health.status()).isEqualTo(Status.DEGRADED);
                assertThat(health.ready()).isTrue();
                assertThat(health.problems()).singleElement().asString().contains("sync failed", "maxSize = 3");
            });
            assertThat(caches.health().status()).isEqualTo(Status.DEGRADED);
            assertThat(documents.getManyById(List.of(1L, 2L, 3L)))
                    .as("everything is as it was")
                    .hasSize(3);
            assertThat(documents.stats().evictions()).isZero();

            Document written = new Document();
            written.id = 5L;
            written.slug = "slug5";
            unit.write(em -> em.persist(written));
            assertThat(documents.getBySlug("slug5")).isPresent();
            assertThat(documents.listAll()).as("now it is read").hasSize(5);
            assertThat(documents.size()).isLessThanOrEqualTo(3);

            others("delete from Document where id >= 4");
            caches.refresh();

            assertThat(caches.health().status()).isEqualTo(Status.UP);
            assertThat(documents.cached()).hasSize(3);
        }
        assertThat(events(CacheEvent.Failed.class)).hasSize(2).allSatisfy(failed -> {
            assertThat(failed.model()).isEqualTo("Document");
            assertThat(failed.operation()).isEqualTo("sync");
            assertThat(failed.error()).hasMessageContaining("maxSize = 3");
        });
    }

    /** Somebody else writes, whom Hibernate does not know. */
    private void others(String sql) {
        unit.write(em -> em.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }));
    }
}
