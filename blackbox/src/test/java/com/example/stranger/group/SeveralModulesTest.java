package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.example.blackbox.Beacon;
import com.example.blackbox.BeaconCache;
import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.GeneratedTestCaches;
import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.rules.DocumentCache;
import com.example.stranger.support.Unit;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Registries of several modules as one group")
@Tag("F09")
class SeveralModulesTest {
    private static Unit unit;

    @BeforeAll
    static void open() {
        unit = new Unit(Airport.class, Beacon.class);
        unit.write(em -> {
            Airport oslo = new Airport();
            oslo.iata = "OSL";
            oslo.city = "Oslo";
            em.persist(oslo);
            em.persist(new Beacon(1L, "dash"));
        });
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    private static void answersForBoth(CacheGroup caches) {
        assertThat(caches.isInitialized()).isTrue();
        assertThat(caches.modelNames()).containsExactly("Airport", "Beacon");
        assertThat(caches.get(AirportCache.class).listByCity("Oslo")).hasSize(1);
        assertThat(caches.get(BeaconCache.class).getBySignal("dash")).isPresent();
    }

    @Test
    void includedInOneBuilder() {
        try (CacheGroup caches =
                GeneratedCaches.all().include(GeneratedTestCaches.all()).open(unit.factory())) {
            answersForBoth(caches);
        }
        try (CacheGroup caches =
                GeneratedTestCaches.all().include(GeneratedCaches.all()).open(unit.factory())) {
            answersForBoth(caches);
        }
    }

    @Test
    void discoveredOnTheClassPath() {
        try (CacheGroup caches = CacheGroup.discover().open(unit.factory())) {
            answersForBoth(caches);
        }
    }

    @Test
    void aServiceFileThatNamesWhatIsNotThereIsToldAsAnyOtherMistake(@TempDir Path jar) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.turnkey.CacheRegistry"), "com.example.gone.GeneratedCaches\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(application);

            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(CacheGroup::discover)
                    .withMessageContaining("com.example.gone.GeneratedCaches not found")
                    .withCauseInstanceOf(ServiceConfigurationError.class);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void eachModulesRegistryHoldsItsOwnModelsAlone() {
        try (CacheGroup caches = GeneratedTestCaches.all().build(unit.factory())) {
            assertThat(caches.modelNames()).containsExactly("Beacon");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GeneratedTestCaches.all().without(AirportCache.class).build(unit.factory()))
                .withMessageContainingAll("AirportCache", "it has", "BeaconCache");
    }

    @Test
    void chosenFromBothWhereverTheyComeFrom() {
        try (CacheGroup caches = GeneratedCaches.all()
                .only(AirportCache.class, BeaconCache.class)
                .include(GeneratedTestCaches.all())
                .without(AirportCache.class)
                .build(unit.factory())) {
            assertThat(caches.modelNames()).containsExactly("Beacon");
        }
    }

    @Test
    @Tag("F75")
    void optionsOfAModuleStayWithItAndThoseOfTheGroupReachAll() {
        try (CacheGroup caches = GeneratedCaches.all()
                .include(GeneratedTestCaches.all()
                        .defaults(o -> o.maxListSize(7))
                        .configure(BeaconCache.class, o -> o.maxSize(70)))
                .defaults(o -> o.maxSize(50))
                .properties(Map.of("turnkey.Beacon.ttl", "3m"))
                .build(unit.factory())) {
            assertThat(caches.get("Beacon").options().maxListSize()).isEqualTo(7);
            assertThat(caches.get("Beacon").options().maxSize())
                    .as("what is said of one model wins over what is said of all")
                    .isEqualTo(70);
            assertThat(caches.get("Beacon").options().ttl()).hasMinutes(3);
            assertThat(caches.get("Airport").options().maxSize()).isEqualTo(50);
            assertThat(caches.get("Airport").options().maxListSize()).isEqualTo(10_000);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GeneratedCaches.all().include(GeneratedTestCaches.all().name("beacons")))
                .withMessageContaining("name");
    }

    @Test
    void anIncludedBuilderIsSpent() {
        CacheGroup.Builder beacons = GeneratedTestCaches.all();
        GeneratedCaches.all().include(beacons);

        assertThatIllegalStateException()
                .isThrownBy(() -> beacons.open(unit.factory()))
                .withMessageContaining("included");
    }

    @Test
    @Tag("F70")
    void whatThePersistenceUnitDoesNotHaveIsLeftOut() {
        try (CacheGroup caches = CacheGroup.discover().build(unit.factory())) {
            assertThat(caches.hasModel("Document")).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> caches.get(DocumentCache.class))
                    .withMessageContainingAll("DocumentCache", "AirportCache", "BeaconCache", "left out");
        }
    }
}
