package com.example.stranger.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.rules.Padded;
import com.example.blackbox.rules.PaddedCache;
import com.example.blackbox.rules.PaddedSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Pool;
import com.example.stranger.watch.Log;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheLoadException;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

@BothDatabases
@DisplayName("A database that fails is an exception with its cause, never an empty answer")
@Tag("F30")
class FailingSourceTest {
    private final Database database;

    FailingSourceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void rows() {
        database.delete(Airport.class);
        Airport airport = new Airport();
        airport.iata = "FCO";
        airport.city = "Rome";
        database.persist(airport);
    }

    @Test
    void aBrokenPool() {
        try (Pool pool = new Pool(database.raw(), 4);
                EntityManagerFactory factory = database.factory(pool);
                AirportCache airports = AirportCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY))
                        .open(factory)) {
            pool.fail(true);

            everyReadFails(airports, SQLException.class);
            assertThat(airports.stats().loadFailures()).isEqualTo(5);

            pool.fail(false);
            assertThat(airports.getById("FCO")).isPresent();
        }
    }

    @Test
    void aTableThatIsGone() {
        try (AirportCache airports =
                AirportCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            database.execute("alter table Airport rename to Airport_gone");
            try {
                everyReadFails(airports, SQLException.class);
            } finally {
                database.execute("alter table Airport_gone rename to Airport");
            }
            assertThat(airports.getById("FCO")).isPresent();
        }
    }

    @Test
    void whatIsCachedIsStillServed() {
        try (Pool pool = new Pool(database.raw(), 4);
                EntityManagerFactory factory = database.factory(pool);
                AirportCache airports = AirportCache.open(factory)) {
            pool.fail(true);

            assertThat(airports.getById("FCO")).isPresent();
            assertThat(airports.listAll()).hasSize(1);
        }
    }

    @Test
    @Tag("F40")
    void openingOneModelAloneFails() {
        try (Pool pool = new Pool(database.raw(), 4);
                EntityManagerFactory factory = database.factory(pool)) {
            pool.fail(true);

            assertThatExceptionOfType(CacheInitializationException.class)
                    .isThrownBy(() -> AirportCache.open(factory))
                    .withMessageContaining("Airport")
                    .withRootCauseInstanceOf(SQLException.class);
        }
    }

    private static void everyReadFails(AirportCache airports, Class<? extends Throwable> root) {
        assertThatExceptionOfType(CacheLoadException.class)
                .isThrownBy(() -> airports.getById("FCO"))
                .withRootCauseInstanceOf(root)
                .withMessageContaining("Airport");
        assertThatExceptionOfType(CacheLoadException.class)
                .isThrownBy(() -> airports.getManyById(List.of("FCO", "OSL")))
                .withRootCauseInstanceOf(root);
        assertThatExceptionOfType(CacheLoadException.class)
                .isThrownBy(() -> airports.listByCity("Rome"))
                .withRootCauseInstanceOf(root);
        assertThatExceptionOfType(CacheLoadException.class)
                .isThrownBy(() -> airports.refreshById("FCO"))
                .withRootCauseInstanceOf(root);
        assertThatExceptionOfType(CacheLoadException.class)
                .isThrownBy(airports::listAll)
                .withRootCauseInstanceOf(root);
    }

    @Test
    void aRowThatTheDatabaseMatchesUnderAnotherSpellingIsNoAnswerAndThatIsWarnedOfOnce() {
        Log.begin();
        database.delete(Padded.class);
        Padded row = new Padded();
        row.id = 1L;
        row.code = "ab";
        database.persist(row);
        try (PaddedCache padded =
                PaddedCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            assertThat(padded.getByCode("ab")).isEmpty();
            assertThat(padded.getManyByCode(List.of("ab"))).isEmpty();
            assertThat(padded.stats().mismatches()).isEqualTo(2);
            assertThat(padded.getByCode("ab      ")).map(PaddedSnapshot::id).contains(1L);
            assertThat(Log.lines(Level.WARN, "io.turnkey.Padded"))
                    .singleElement()
                    .asString()
                    .contains("getByCode", "collation");
        } finally {
            Log.end();
        }
    }
}
