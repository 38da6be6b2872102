package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F41")
class StreamingTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_row_is_passed_with_one_statement_for_each_page_of_a_collection(Databases database) {
        try (TestUnit unit = opened(database)) {
            List<Values> rows = new ArrayList<>();

            tagged(unit).readAll(Integer.MAX_VALUE, rows::add, CONTEXT);

            assertThat(rows)
                    .hasSize(1200)
                    .doesNotHaveDuplicates()
                    .allMatch(row -> row.elements(0).equals(List.of("tag" + row.get(0))));
            assertThat(unit.statements()).hasSize(1 + 3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F29")
    void no_more_rows_than_the_limit_are_read_and_passed(Databases database) {
        try (TestUnit unit = opened(database)) {
            List<Values> rows = new ArrayList<>();

            tagged(unit).readAll(501, rows::add, CONTEXT);
            assertThat(rows).hasSize(501);
            assertThat(unit.statements()).hasSize(1 + 2);

            rows.clear();
            tagged(unit).readAll(0, rows::add, CONTEXT);
            assertThat(rows).isEmpty();
            assertThat(unit.statements()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_driver_is_asked_for_pages_and_not_in_autocommit_where_postgresql_would_read_all(Databases database) {
        try (TestUnit unit = opened(database)) {
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            EntityModel<?, Values, ?> model = model(Note.class, "id");
            EntitySource<Values> notes = HibernateSources.of(unit.factory(), pool.dataSource())
                    .orElseThrow()
                    .source(model);

            notes.readAll(Integer.MAX_VALUE, row -> {}, CONTEXT);

            assertThat(pool.calls).contains("setFetchSize 500", "executeQuery, autocommit false");
        }
    }

    private static EntitySource<Values> tagged(TestUnit unit) {
        return source(unit, model(Note.class, "id", basics("tags")));
    }

    private static TestUnit opened(Databases database) {
        TestUnit unit = database.open(Note.class);
        unit.inTransaction(session -> {
            for (long id = 1; id <= 1200; id++) {
                session.persist(new Note(id));
            }
        });
        return unit;
    }

    @Entity(name = "Note")
    static class Note {
        @Id
        Long id;

        @ElementCollection
        Set<String> tags = new HashSet<>();

        Note() {}

        Note(Long id) {
            this.id = id;
            tags.add("tag" + id);
        }
    }
}
