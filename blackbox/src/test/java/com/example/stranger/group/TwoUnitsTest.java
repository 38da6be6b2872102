package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.Beacon;
import com.example.blackbox.BeaconCache;
import com.example.blackbox.GeneratedTestCaches;
import com.example.stranger.support.Unit;
import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth.Status;
import io.turnkey.CacheLoadException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Two groups, each over a persistence unit of its own")
@Tag("F70")
@Tag("F75")
class TwoUnitsTest {
    private final Unit east = new Unit(Beacon.class);
    private final Unit west = new Unit(Beacon.class);

    @AfterEach
    void close() {
        east.close();
        west.close();
    }

    private static CacheGroup open(String name, Unit unit) {
        return GeneratedTestCaches.all().name(name).open(unit.factory());
    }

    @Test
    void eachAnswersFromItsOwnDatabaseAndHearsOfItsOwnWrites() {
        east.write(em -> em.persist(new Beacon(1L, "east")));
        west.write(em -> em.persist(new Beacon(1L, "west")));
        CacheGroup wests = open("west", west);
        try (CacheGroup easts = open("east", east)) {
            BeaconCache eastern = easts.get(BeaconCache.class);
            BeaconCache western = wests.get(BeaconCache.class);
            assertThat(eastern.getById(1L).orElseThrow().signal()).isEqualTo("east");
            assertThat(western.getById(1L).orElseThrow().signal()).isEqualTo("west");
            List<CacheEvent> heard = new CopyOnWriteArrayList<>();
            wests.on(CacheEvent.class, heard::add);

            east.write(em -> em.find(Beacon.class, 1L).signal = "flash");
            east.write(em -> em.persist(new Beacon(2L, "second")));

            assertThat(eastern.getById(1L).orElseThrow().signal()).isEqualTo("flash");
            assertThat(eastern.getBySignal("second")).isPresent();
            assertThat(western.getById(1L).orElseThrow().signal()).isEqualTo("west");
            assertThat(western.getBySignal("flash")).isEmpty();
            assertThat(western.getById(2L)).isEmpty();
            assertThat(western.isCachedById(1L)).as("nothing was dropped").isTrue();
            wests.close();
            assertThat(heard).containsExactly(new CacheEvent.Closed("Beacon"), new CacheEvent.Closed("west"));
        }
    }

    @Test
    @Tag("F76")
    @Tag("F77")
    void theEndOrTheFailureOfOneIsNoneOfTheOthersBusiness() {
        east.write(em -> em.persist(new Beacon(1L, "east")));
        CacheGroup wests = open("west", west);
        try (CacheGroup easts = open("east", east)) {
            west.down(true);
            assertThatExceptionOfType(CacheLoadException.class)
                    .isThrownBy(() -> wests.get(BeaconCache.class).getById(9L));
            assertThat(wests.health().status()).isEqualTo(Status.DEGRADED);
            wests.close();

            assertThat(wests.health().status()).isEqualTo(Status.DOWN);
            assertThat(easts.health().status()).isEqualTo(Status.UP);
            east.write(em -> em.find(Beacon.class, 1L).signal = "still heard");
            assertThat(easts.get(BeaconCache.class).getBySignal("still heard")).isPresent();
        }
    }
}
