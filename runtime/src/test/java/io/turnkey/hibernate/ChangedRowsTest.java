package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.projection;
import static io.turnkey.hibernate.Reading.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.hibernate.TimedEntities.Base;
import io.turnkey.hibernate.TimedEntities.Left;
import io.turnkey.hibernate.TimedEntities.Part;
import io.turnkey.hibernate.TimedEntities.PartId;
import io.turnkey.hibernate.TimedEntities.Right;
import io.turnkey.hibernate.TimedEntities.Times;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.SyncPoint;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows that changed since the last time, and where the next time begins. */
@Tag("F42")
@Tag("H18")
class ChangedRowsTest {
    private static final Instant LONG_AGO = Instant.parse("2020-06-01T12:00:00.123456Z");

    @ParameterizedTest
    @CsvSource({
        "H2, instantTime",
        "H2, wallTime",
        "H2, offsetTime",
        "H2, zonedTime",
        "H2, dateTime",
        "H2, stampTime",
        "H2, millisTime",
        "H2, inner.at",
        "POSTGRESQL, instantTime",
        "POSTGRESQL, wallTime",
        "POSTGRESQL, offsetTime",
        "POSTGRESQL, zonedTime",
        "POSTGRESQL, dateTime",
        "POSTGRESQL, stampTime",
        "POSTGRESQL, millisTime",
        "POSTGRESQL, inner.at"
    })
    void every_type_of_time_tells_what_changed(Databases database, String path) {
        try (TestUnit unit = database.open(Times.class)) {
            unit.inTransaction(session -> {
                session.persist(new Times(1L, LONG_AGO));
                session.persist(new Times(2L, LONG_AGO.plusSeconds(100)));
            });
            EntitySource<Values> times = source(unit, model(Times.class, path, "id"));

            SyncPoint first = point(times, Duration.ofSeconds(100));
            assertThat(changed(times, first)).containsExactlyInAnyOrder(1L, 2L);
            SyncPoint second = point(times, Duration.ofSeconds(99));
            assertThat(changed(times, second)).containsExactly(2L);

            // Written by a clock of the future: the database's own time bounds the cursor.
            unit.inTransaction(session -> {
                session.persist(new Times(3L, Instant.now().plus(Duration.ofDays(365))));
                session.persist(new Times(4L, Instant.now()));
            });
            SyncPoint third = point(times, Duration.ofMinutes(5));
            assertThat(changed(times, third)).containsExactlyInAnyOrder(3L, 4L);
            assertThat(changed(times, point(times, Duration.ofSeconds(Long.MAX_VALUE))))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void equal_times_are_neither_skipped_nor_read_for_ever(Databases database) {
        try (TestUnit unit = database.open(Times.class)) {
            unit.inTransaction(session -> {
                for (long id = 1; id <= 1_300; id++) {
                    session.persist(new Times(id, LONG_AGO));
                }
            });
            EntitySource<Values> times = source(unit, model(Times.class, "instantTime", "id"));
            SyncPoint point = point(times, Duration.ZERO);

            assertThat(changed(times, point)).hasSize(1_300).doesNotHaveDuplicates();

            // One that has the same time, but is committed later.
            unit.inTransaction(session -> session.persist(new Times(1_301L, LONG_AGO)));
            SyncPoint next = times.readChanged(point, Duration.ZERO, row -> {}, CONTEXT);
            assertThat(changed(times, next)).hasSize(1_301).contains(1_301L);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_cursor_is_taken_before_the_rows_are_read(Databases database) {
        try (TestUnit unit = database.open(Times.class)) {
            unit.inTransaction(session -> session.persist(new Times(1L, LONG_AGO)));
            EntitySource<Values> times = source(unit, model(Times.class, "instantTime", "id"));
            SyncPoint point = point(times, Duration.ZERO);
            List<Object> read = new ArrayList<>();

            SyncPoint next = times.readChanged(
                    point,
                    Duration.ZERO,
                    row -> {
                        read.add(row.get(0));
                        // Committed while the rows are read, which do not hold it any more.
                        unit.factory()
                                .inTransaction(session -> session.persist(new Times(2L, LONG_AGO.plusSeconds(1))));
                    },
                    CONTEXT);

            assertThat(read).containsExactly(1L);
            assertThat(changed(times, next)).contains(2L);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void clocks_that_are_all_behind_the_databases_lose_nothing(Databases database) {
        try (TestUnit unit = database.open(Times.class)) {
            unit.inTransaction(session -> session.persist(new Times(1L, LONG_AGO)));
            EntitySource<Values> times = source(unit, model(Times.class, "instantTime", "id"));
            SyncPoint point = point(times, Duration.ZERO);
            SyncPoint nothingNew = times.readChanged(point, Duration.ZERO, row -> {}, CONTEXT);
            unit.inTransaction(session -> session.persist(new Times(2L, LONG_AGO.plusSeconds(1))));

            assertThat(changed(times, nothingNew)).contains(2L);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_table_without_a_time_yet_is_read_from_the_beginning_and_rows_without_one_are_left_out(Databases database) {
        try (TestUnit unit = database.open(Times.class)) {
            EntitySource<Values> times = source(unit, model(Times.class, "instantTime", "id"));
            SyncPoint empty = point(times, Duration.ofMinutes(1));
            unit.inTransaction(session -> {
                session.persist(new Times(1L, LONG_AGO));
                session.persist(new Times(2L, null));
            });

            assertThat(changed(times, empty)).containsExactly(1L);
            assertThat(changed(times, point(times, Duration.ofMinutes(1)))).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void without_a_point_no_row_is_read(Databases database) {
        try (TestUnit unit = database.open(Times.class)) {
            unit.inTransaction(session -> session.persist(new Times(1L, LONG_AGO)));
            List<Values> rows = new ArrayList<>();

            source(unit, model(Times.class, "instantTime", "id"))
                    .readChanged(null, Duration.ofDays(9_999), rows::add, CONTEXT);

            assertThat(rows).isEmpty();
            assertThat(unit.statements()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void composite_ids_and_collections_come_along(Databases database) {
        try (TestUnit unit = database.open(Part.class)) {
            unit.inTransaction(session -> {
                for (int number = 1; number <= 600; number++) {
                    session.persist(new Part("a", number, LONG_AGO));
                }
                session.persist(new Part("old", 1, LONG_AGO.minusSeconds(1)));
            });
            KeyModel<Values, PartId> id =
                    key("id", PartId.class, "box number", part -> List.of(part.box(), part.number()));
            EntitySource<Values> parts = source(
                    unit, model(Part.class, "changed", id, projection(Part.class, "box number", basics("tags"))));
            List<Values> rows = new ArrayList<>();
            SyncPoint point = point(parts, Duration.ZERO);
            unit.statements();

            parts.readChanged(point, Duration.ZERO, rows::add, CONTEXT);

            assertThat(rows)
                    .hasSize(600)
                    .doesNotHaveDuplicates()
                    .allMatch(row -> row.elements(0).equals(List.of("tag" + row.get(1))));
            assertThat(unit.statements()).hasSize(2 + 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void rows_of_a_hierarchy_come_as_what_they_are(Databases database) {
        try (TestUnit unit = database.open(Base.class, Left.class, Right.class)) {
            unit.inTransaction(session -> {
                session.persist(new Left(1L, LONG_AGO));
                session.persist(new Right(2L, LONG_AGO));
                session.persist(new Right(3L, LONG_AGO.minusSeconds(9)));
            });
            EntityModel<Base, Values, Long> model = Reading.model(
                    Base.class,
                    key("id", Long.class),
                    List.of(),
                    List.of(projection(Left.class, "id leftText"), projection(Right.class, "id rightText")),
                    "changed");
            List<Values> rows = new ArrayList<>();
            EntitySource<Values> source = source(unit, model);

            source.readChanged(point(source, Duration.ZERO), Duration.ZERO, rows::add, CONTEXT);

            assertThat(rows).extracting(Values::entity).containsExactlyInAnyOrder(Left.class, Right.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F41")
    void changed_rows_are_streamed_too(Databases database) {
        try (TestUnit unit = database.open(Times.class)) {
            unit.inTransaction(session -> session.persist(new Times(1L, LONG_AGO)));
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            EntitySource<Values> times = HibernateSources.of(unit.factory(), pool.dataSource())
                    .orElseThrow()
                    .source(model(Times.class, "instantTime", "id"));
            SyncPoint point = point(times, Duration.ZERO);
            pool.calls.clear();

            times.readChanged(point, Duration.ZERO, row -> {}, CONTEXT);

            assertThat(pool.calls).contains("setFetchSize 500", "executeQuery, autocommit false");
            assertThat(pool.isTaken()).isFalse();
        }
    }

    @Test
    void what_is_no_time_and_a_model_without_one_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(String.class))
                .withMessageContaining("java.lang.String");
        try (TestUnit unit = Databases.H2.open(Times.class)) {
            EntitySource<Values> times = source(unit, Reading.model(Times.class, "id"));
            assertThatThrownBy(() -> point(times, Duration.ZERO))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Times");
        }
    }

    private static SyncPoint point(EntitySource<Values> source, Duration overlap) {
        return source.readChanged(null, overlap, row -> {}, CONTEXT);
    }

    private static List<Object> changed(EntitySource<Values> source, SyncPoint since) {
        List<Object> ids = new ArrayList<>();
        source.readChanged(since, Duration.ZERO, row -> ids.add(row.get(0)), CONTEXT);
        return ids;
    }

    private static <E> EntityModel<E, Values, Long> model(Class<E> entity, String updatedAt, String paths) {
        return model(entity, updatedAt, key("id", Long.class), projection(entity, paths));
    }

    private static <E, ID> EntityModel<E, Values, ID> model(
            Class<E> entity, String updatedAt, KeyModel<Values, ID> id, Projection<Values> projection) {
        return Reading.model(entity, id, List.of(), List.of(projection), updatedAt);
    }
}
