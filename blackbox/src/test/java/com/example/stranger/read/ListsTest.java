package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.ids.AirportSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.CacheLoadException;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("A list by a key that is not unique")
@Tag("F03")
class ListsTest {
    private final Database database;
    private AirportCache airports;

    ListsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        database.delete(Airport.class);
        database.persist(airport("FCO", "Rome"), airport("CIA", "Rome"), airport("OSL", "Oslo"), airport("XXX", null));
        airports = AirportCache.builder()
                .configure(o -> o.load(LoadMode.LAZY).maxListSize(2))
                .open(database.factory());
    }

    @AfterEach
    void close() {
        airports.close();
    }

    private static Airport airport(String iata, String city) {
        Airport airport = new Airport();
        airport.iata = iata;
        airport.city = city;
        return airport;
    }

    @Test
    void isCompleteAlsoWhenOnlySomeOfItsRowsAreCached() {
        airports.getById("FCO");

        assertThat(airports.listByCity("Rome"))
                .extracting(AirportSnapshot::iata)
                .containsExactlyInAnyOrder("FCO", "CIA");
    }

    @Test
    void isEmptyForAValueThatNoRowCarries() {
        assertThat(airports.listByCity("Atlantis")).isEmpty();
        assertThat(airports.isCachedByCity("Atlantis")).isTrue();
    }

    @Test
    void cannotBeChanged() {
        List<AirportSnapshot> rome = airports.listByCity("Rome");

        assertThatThrownBy(rome::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void bringsItsRowsIntoTheCache() {
        airports.listByCity("Rome");

        assertThat(airports.peekById("CIA")).isPresent();
    }

    @Test
    void manyListsKeepTheOrderOfTheirKeysAndHaveAnEmptyListForAKeyWithoutRows() {
        airports.listByCity("Oslo");

        assertThat(airports.listManyByCity(List.of("Rome", "Atlantis", "Oslo")))
                .containsOnlyKeys("Rome", "Atlantis", "Oslo")
                .hasEntrySatisfying("Atlantis", list -> assertThat(list).isEmpty())
                .hasEntrySatisfying("Rome", list -> assertThat(list).hasSize(2));
    }

    @Test
    void tooLongIsAnErrorThatNamesTheMethodAndTheOption() {
        database.persist(airport("ROM", "Rome"));

        assertThatThrownBy(() -> airports.listByCity("Rome"))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("listByCity")
                .hasMessageContaining("maxListSize");
        assertThatThrownBy(() -> airports.listManyByCity(List.of("Oslo", "Rome")))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("maxListSize");
        assertThatThrownBy(airports::listAll)
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("listAll")
                .hasMessageContaining("maxListSize");
    }

    @Test
    @Tag("F47")
    @Tag("H24")
    void fallsWhenARowMovesInOrOut() {
        assertThat(airports.listByCity("Rome")).hasSize(2);
        assertThat(airports.listByCity("Oslo")).hasSize(1);

        database.write(em -> em.find(Airport.class, "CIA").city = "Oslo");
        airports.invalidateById("CIA");

        assertThat(airports.listByCity("Rome")).hasSize(1);
        assertThat(airports.listByCity("Oslo")).hasSize(2);
    }

    @Test
    @Tag("F47")
    void invalidationByTheKeyDropsTheListAndItsMembers() {
        airports.listByCity("Rome");
        airports.getById("OSL");

        airports.invalidateByCity("Rome");

        assertThat(airports.isCachedByCity("Rome")).isFalse();
        assertThat(airports.isCachedById("FCO")).isFalse();
        assertThat(airports.isCachedById("CIA")).isFalse();
        assertThat(airports.isCachedById("OSL")).isTrue();
    }

    @Test
    void aWholeModelAnswersListAllFromMemoryWhateverItsLength() {
        try (AirportCache whole =
                AirportCache.builder().configure(o -> o.maxListSize(2)).open(database.factory())) {
            assertThat(database.statements()
                            .during(() -> assertThat(whole.listAll()).hasSize(4)))
                    .isEmpty();
        }
    }
}
