package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.rules.DocumentCache;
import com.example.blackbox.rules.ShopCache;
import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import com.example.stranger.support.Pool;
import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheStats;
import io.turnkey.EntityCache;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("All models of the module together")
class GroupTest {
    private final Database database;

    GroupTest(Database database) {
        this.database = database;
    }

    private static CacheGroup.Builder two() {
        return GeneratedCaches.all().only(AirportCache.class, DocumentCache.class);
    }

    @Test
    @Tag("F09")
    @Tag("F70")
    void allOfThemOpenAndAnswer() {
        Dice dice = new Dice(database.ordinal());
        database.empty();
        database.write(em -> Models.all().forEach(model -> model.seed(em, dice)));
        try (CacheGroup caches = GeneratedCaches.all().open(database.factory())) {
            assertThat(caches.isInitialized()).isTrue();
            assertThat(caches.caches()).hasSize(Models.all().size()).allMatch(EntityCache::isReady);
            assertThat(caches.modelNames())
                    .isSorted()
                    .contains("User", "deeper-tag", "Animal", "Seat")
                    .doesNotContain("Whisper");
            Models.all().forEach(model -> holdsWhatJpaReads(model, caches));
            assertThat(caches.size())
                    .isEqualTo(caches.sizes().values().stream()
                            .mapToLong(Integer::longValue)
                            .sum());
        }
    }

    private <E, S, ID, C extends EntityCache<S, ID>> void holdsWhatJpaReads(
            Model<E, S, ID, C> model, CacheGroup caches) {
        assertThat(caches.get(model.cache()).cached())
                .as("%s", model)
                .containsExactlyInAnyOrderElementsOf(database.read(model::expected));
    }

    @Test
    @Tag("F09")
    void onlyAndWithoutChoose() {
        try (CacheGroup caches = two().open(database.factory())) {
            assertThat(caches.modelNames()).containsExactly("Airport", "Document");
        }
        try (CacheGroup caches = two().without(DocumentCache.class).open(database.factory())) {
            assertThat(caches.modelNames()).containsExactly("Airport");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedCaches.all().only(String.class).build(database.factory()))
                .withMessageContaining("AirportCache");
    }

    @Test
    @Tag("F09")
    void discoverFindsTheRegistry() {
        try (CacheGroup caches = CacheGroup.discover().build(database.factory())) {
            assertThat(caches.modelNames()).hasSize(Models.all().size());
        }
    }

    @Test
    @Tag("F09")
    void twoModelsOfOneNameAreRefused() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> two().include(two()).build(database.factory()))
                .withMessageContainingAll("Airport", "name");
    }

    @Test
    @Tag("F72")
    @Tag("F73")
    void modelsAreFoundByClassAndByName() {
        try (CacheGroup caches = two().open(database.factory())) {
            assertThat(caches.get("Airport")).isSameAs(caches.get(AirportCache.class));
            assertThat(caches.hasModel("Shop")).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> caches.get("Shop"))
                    .withMessageContainingAll("Shop", "Airport", "Document");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> caches.get(ShopCache.class))
                    .withMessageContainingAll("ShopCache", "AirportCache");
        }
    }

    @Test
    @Tag("F73")
    @Tag("F74")
    void oneModelIsAskedRefreshedAndClearedByItsName() {
        database.delete(Airport.class);
        Airport oslo = new Airport();
        oslo.iata = "OSL";
        oslo.city = "Oslo";
        database.persist(oslo);
        try (CacheGroup caches = two().open(database.factory())) {
            EntityCache<?, ?> airports = caches.get("Airport");
            assertThat(airports.getByKey("iata", "OSL")).isPresent();
            assertThat(airports.listByKey("city", "Oslo")).hasSize(1);
            assertThat(caches.sizes()).containsEntry("Airport", 1);
            database.execute("update Airport set city = 'Bergen'");
            caches.refresh("Document", SyncMode.FULL);
            assertThat(airports.listByKey("city", "Oslo")).as("another model").hasSize(1);

            caches.refresh("Airport", SyncMode.FULL);
            assertThat(airports.listByKey("city", "Oslo")).isEmpty();
            assertThat(caches.stats("Airport").syncs()).isEqualTo(2);
            assertThat(caches.stats("Document").syncs()).isEqualTo(2);
            caches.clear("Document");
            assertThat(airports.isCached("iata", "OSL")).isTrue();
            caches.clear("Airport");
            assertThat(airports.isCached("iata", "OSL")).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> caches.clear("Shop"))
                    .withMessageContainingAll("Shop", "Airport", "Document");
        }
    }

    @Test
    @Tag("F74")
    void aModelThatFailsKeepsNoOtherFromBeingRefreshed() {
        try (CacheGroup caches = two().open(database.factory())) {
            database.execute("alter table Airport rename to Airport_gone");
            try {
                assertThatExceptionOfType(CacheException.class)
                        .isThrownBy(caches::refresh)
                        .withMessageContaining("Airport")
                        .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));
            } finally {
                database.execute("alter table Airport_gone rename to Airport");
            }

            assertThat(caches.stats("Document").syncs()).isEqualTo(2);
            assertThat(caches.stats("Airport").syncs()).isEqualTo(1);
        }
    }

    @Test
    @Tag("F75")
    void optionsAreLayered() {
        try (CacheGroup caches = two().defaults(o -> o.maxSize(10).ttl(Duration.ofMinutes(5)))
                .configure(AirportCache.class, o -> o.maxSize(20))
                .properties(Map.of("turnkey.Airport.ttl", "7m", "other.key", "x"))
                .name("mine")
                .open(database.factory())) {
            assertThat(caches.name()).isEqualTo("mine");
            assertThat(caches.get("Airport").options().maxSize()).isEqualTo(20);
            assertThat(caches.get("Airport").options().ttl()).isEqualTo(Duration.ofMinutes(7));
            assertThat(caches.get("Document").options().maxSize()).isEqualTo(10);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        two().properties(Map.of("turnkey.Airport.tttl", "7m")).build(database.factory()))
                .withMessageContaining("ttl");
    }

    @Test
    @Tag("F70")
    void aGroupOpensWithoutItsDatabaseAndRecovers() throws Exception {
        try (Pool pool = new Pool(database.raw(), 8);
                EntityManagerFactory factory = database.factory(pool)) {
            pool.fail(true);
            CountDownLatch failed = new CountDownLatch(2);
            try (CacheGroup caches =
                    two().on(CacheEvent.Failed.class, e -> failed.countDown()).open(factory)) {
                assertThat(failed.await(60, TimeUnit.SECONDS)).isTrue();
                assertThat(caches.isInitialized()).isFalse();
                pool.fail(false);

                assertThat(caches.get(AirportCache.class).getById("none")).isEmpty();
                caches.init();
                assertThat(caches.isInitialized()).isTrue();
                caches.waitUntilReady(Duration.ofSeconds(10));
            }
            pool.fail(true);
            assertThatExceptionOfType(CacheInitializationException.class)
                    .isThrownBy(() -> two().failFast().open(factory))
                    .withMessageContainingAll("Airport", "Document");
        }
    }

    @Test
    @Tag("F74")
    @Tag("F77")
    @Tag("F81")
    void statisticsTellWhatHappened() {
        database.delete(Airport.class);
        Airport oslo = new Airport();
        oslo.iata = "OSL";
        oslo.city = "Oslo";
        database.persist(oslo);
        CacheGroup caches =
                two().defaults(o -> o.load(LoadMode.LAZY).maxSize(100)).open(database.factory());
        AirportCache airports = caches.get(AirportCache.class);
        airports.getById("OSL");
        airports.getById("OSL");
        airports.getById("none");
        airports.listByCity("Oslo");
        airports.listByCity("Oslo");

        CacheStats stats = caches.stats().get("Airport");
        assertThat(stats.model()).isEqualTo("Airport");
        assertThat(stats.size()).isEqualTo(1);
        assertThat(stats.maxSize()).isEqualTo(100);
        assertThat(stats.hits()).isEqualTo(1);
        assertThat(stats.misses()).isEqualTo(2);
        assertThat(stats.listHits()).isEqualTo(1);
        assertThat(stats.listMisses()).isEqualTo(1);
        assertThat(stats.loads()).isEqualTo(3);
        assertThat(stats.loadTime()).isPositive();
        assertThat(stats.lists()).isEqualTo(1);
        assertThat(stats.listedRows()).isEqualTo(1);
        assertThat(stats.hitRate()).isBetween(0.33, 0.34);
        assertThat(stats.options()).isEqualTo(airports.options());

        caches.clear();
        assertThat(caches.size()).isZero();
        airports.close();
        assertThat(airports.getById("OSL"))
                .as("the group alone closes its caches")
                .isPresent();
        caches.close();
        caches.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> airports.getById("OSL"))
                .withMessageContaining("Airport");
    }
}
