package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.all;
import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.key;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commit between two statements of a load is seen by neither. */
@Tag("F31")
@Tag("P2")
class OneMomentTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_row_and_its_collections_belong_together(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> notes = source(unit, model(Note.class, "id text", basics("tags")));
            commitBeforeStatement(2, unit);

            List<Values> rows = notes.read(key("id", Long.class), List.of(1L), 9, CONTEXT);

            assertThat(rows).containsExactly(old(1L));
            assertThat(all(notes).get(0).elements(0)).containsExactly("new");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F41")
    void a_stream_and_its_collections_belong_together(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> notes = source(unit, model(Note.class, "id text", basics("tags")));
            commitBeforeStatement(3, unit);

            assertThat(all(notes)).hasSize(1200).allMatch(row -> row.equals(old((Long) row.get(0))));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_chunks_of_a_bulk_read_belong_together(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntityModel<?, Values, Long> model = model(Note.class, "id text");
            List<Long> ids = LongStream.rangeClosed(1, 1200).boxed().toList();
            commitBeforeStatement(2, unit);

            List<Values> rows = source(unit, model).read(key("id", Long.class), ids, Integer.MAX_VALUE, CONTEXT);

            assertThat(rows).hasSize(1200).allMatch(row -> row.get(1).equals("old"));
        }
    }

    private static Values old(Long id) {
        return new Values(Note.class, List.of(id, "old"), List.of(List.of(List.of("old"))));
    }

    private static void commitBeforeStatement(int number, TestUnit unit) {
        AtomicInteger statements = new AtomicInteger();
        unit.beforeStatement(sql -> {
            if (statements.incrementAndGet() == number) {
                try (Connection connection = unit.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("update Note set text = 'new'");
                    statement.execute("update Note_tags set tags = 'new'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
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

        String text = "old";

        @ElementCollection
        Set<String> tags = new HashSet<>(Set.of("old"));

        Note() {}

        Note(Long id) {
            this.id = id;
        }
    }
}
