package io.turnkey.hibernate.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.People.Note;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports. */
@Tag("F44")
class LargeTransactionsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void a_transaction_that_writes_very_many_rows_keeps_none_of_them_in_memory(int batchSize) {
        try (TestUnit unit = Databases.H2.open(Note.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.NOTES);
            sink.listenTo(unit.factory());

            unit.factory().inStatelessTransaction(session -> {
                session.setJdbcBatchSize(batchSize);
                insert(session, 1, ModelWrites.MOST_ROWS + 1);
                session.delete(new Note(1, "a"));
            });
            assertThat(sink.log()).containsExactly("all", "COMMITTED");

            unit.factory()
                    .inStatelessTransaction(
                            session -> insert(session, ModelWrites.MOST_ROWS + 10, ModelWrites.MOST_ROWS));
            assertThat(sink.writes()).hasSize(ModelWrites.MOST_ROWS);
            assertThat(sink.log()).doesNotContain("all").endsWith("COMMITTED");
        }
    }

    private static void insert(StatelessSession session, int first, int rows) {
        for (int id = first; id < first + rows; id++) {
            session.insert(new Note(id, "a"));
        }
    }
}
