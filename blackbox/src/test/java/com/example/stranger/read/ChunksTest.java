package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.ids.AirportSnapshot;
import com.example.blackbox.ids.Shelf;
import com.example.blackbox.ids.ShelfCache;
import com.example.blackbox.ids.ShelfId;
import com.example.blackbox.ids.ShelfSnapshot;
import com.example.stranger.support.Statements;
import com.example.stranger.support.Unit;
import io.turnkey.annotation.LoadMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hibernate.dialect.H2Dialect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("More ids than one statement can take")
@Tag("F31")
class ChunksTest {
    private static final int ROWS = 3_000;

    /** Takes a hundred parameters. */
    public static final class Narrow extends H2Dialect {
        @Override
        public int getParameterCountLimit() {
            return 100;
        }
    }

    private final Statements statements = new Statements();

    private Unit unit(Class<?> dialect) {
        return new Unit(
                Map.of(
                        "hibernate.dialect",
                        dialect.getName(),
                        "hibernate.session_factory.statement_inspector",
                        statements),
                Airport.class,
                Shelf.class,
                ShelfId.class);
    }

    private static String iata(int n) {
        return "A" + n;
    }

    private static ShelfId shelf(int n) {
        return new ShelfId("room" + n % 7, n);
    }

    private static void persist(Unit unit) {
        unit.write(em -> IntStream.range(0, ROWS).forEach(n -> {
            Airport airport = new Airport();
            airport.iata = iata(n);
            em.persist(airport);
            Shelf shelf = new Shelf();
            shelf.id = shelf(n);
            em.persist(shelf);
        }));
    }

    private static List<Integer> shuffled() {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.shuffle(numbers, new Random(1));
        return numbers;
    }

    /** Reads all rows in one call, and one more that does not exist; answers with the statements that this took. */
    private List<String> airports(Unit unit) {
        List<String> codes =
                new ArrayList<>(shuffled().stream().map(ChunksTest::iata).toList());
        codes.add(ROWS / 2, "none");
        try (AirportCache airports =
                AirportCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(unit.factory())) {
            List<String> sent = statements.during(() -> {
                Map<String, AirportSnapshot> found = airports.getManyById(codes);
                codes.remove("none");
                assertThat(found.keySet()).containsExactlyElementsOf(codes);
                found.forEach((code, airport) -> assertThat(airport.iata()).isEqualTo(code));
            });
            assertThat(airports.size()).isEqualTo(ROWS);
            return sent;
        }
    }

    private List<String> shelves(Unit unit) {
        List<ShelfId> ids = shuffled().stream().map(ChunksTest::shelf).toList();
        try (ShelfCache shelves =
                ShelfCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(unit.factory())) {
            return statements.during(() -> {
                Map<ShelfId, ShelfSnapshot> found = shelves.getManyById(ids);
                assertThat(found.keySet()).containsExactlyElementsOf(ids);
            });
        }
    }

    @Test
    void areReadInOneCallWithAFewStatementsOfAtMost1024Values() {
        try (Unit unit = unit(H2Dialect.class)) {
            persist(unit);

            assertThat(airports(unit)).hasSize(3).allMatch(sql -> parameters(sql) <= 1_025);
            assertThat(shelves(unit)).hasSize(3).allMatch(sql -> parameters(sql) <= 2_049);
        }
    }

    @Test
    void areReadWithNoMoreParametersThanTheDatabaseTakes() {
        try (Unit unit = unit(Narrow.class)) {
            persist(unit);

            // 64 ids each, and 32 of two parts: the largest powers of two that fit.
            assertThat(airports(unit)).hasSize(47).allMatch(sql -> parameters(sql) <= 100);
            assertThat(shelves(unit)).hasSize(94).allMatch(sql -> parameters(sql) <= 100);
        }
    }

    private static long parameters(String sql) {
        return sql.chars().filter(c -> c == '?').count();
    }
}
