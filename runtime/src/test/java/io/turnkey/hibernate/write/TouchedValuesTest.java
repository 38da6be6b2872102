package io.turnkey.hibernate.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an event carries is not always what the row holds. */
@Tag("F44")
@Tag("H13")
@Tag("H30")
class TouchedValuesTest {
    private static final UUID UNIQUE = UUID.fromString("6f1c7f0c-0000-4000-8000-000000000001");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void values_that_are_read_as_they_were_written_are_told(Databases database) {
        with(database, "level ordinal uuid day number", (unit, sink) -> {
            unit.inTransaction(session -> session.persist(new Odd()));
            unit.inTransaction(session -> {
                Odd odd = session.find(Odd.class, 1);
                odd.level = Level.HIGH;
                odd.number = 8L;
            });

            assertThat(sink.writes())
                    .last()
                    .satisfies(write -> assertThat(write.touched())
                            .isEqualTo(Map.of(
                                    "level", Set.of(Level.LOW, Level.HIGH),
                                    "ordinal", Set.of(Level.LOW),
                                    "uuid", Set.of(UNIQUE),
                                    "day", Set.of(LocalDate.of(2026, 11, 22)),
                                    "number", Set.of(7L, 8L))));
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_converter_changes_is_told_as_it_is_read_again(Databases database) {
        with(database, "lower", (unit, sink) -> {
            unit.inTransaction(session -> session.persist(new Odd()));
            assertThat(sink.log()).containsExactly("INSERT 1 {lower=[mixed]}", "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_the_database_may_round_or_compute_is_unknown(Databases database) {
        for (String key : List.of("price", "moment", "padded", "trimmed", "defaulted", "generated")) {
            with(database, key, (unit, sink) -> {
                unit.inTransaction(session -> session.persist(new Odd()));
                unit.inTransaction(session -> session.find(Odd.class, 1).other = "new");
                unit.inTransaction(session -> session.remove(session.find(Odd.class, 1)));

                assertThat(sink.log())
                        .as(key)
                        .containsExactly(
                                "INSERT 1 ?", "COMMITTED", "UPDATE 1 ?", "COMMITTED", "DELETE 1 {}", "COMMITTED");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_the_version_does_not_cover_is_told_as_it_is_written(Databases database) {
        with(database, "uncovered", (unit, sink) -> {
            unit.inTransaction(session -> session.persist(new Odd()));
            unit.inTransaction(session -> session.find(Odd.class, 1).other = "new");

            assertThat(sink.log())
                    .containsExactly("INSERT 1 {uncovered=[u]}", "COMMITTED", "UPDATE 1 {uncovered=[u]}", "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_no_update_writes_stays_known_until_somebody_changes_it_in_memory(Databases database) {
        with(database, "fixed", (unit, sink) -> {
            unit.inTransaction(session -> session.persist(new Odd()));
            unit.inTransaction(session -> session.find(Odd.class, 1).other = "new");
            assertThat(sink.log())
                    .containsExactly("INSERT 1 {fixed=[f]}", "COMMITTED", "UPDATE 1 {fixed=[f]}", "COMMITTED");

            unit.inTransaction(session -> {
                Odd odd = session.find(Odd.class, 1);
                odd.fixed = "never written";
                odd.other = "newer";
                session.flush();
                odd.other = "newest";
            });
            unit.inTransaction(session -> session.find(Odd.class, 1).other = "last");
            assertThat(sink.log()).containsExactly("UPDATE 1 ?", "COMMITTED", "UPDATE 1 ?", "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_class_of_the_users_that_refuses_a_value_fails_nothing(Databases database) {
        try (TestUnit unit = database.open(Odd.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(Values.model(
                    Odd.class,
                    Long.class,
                    "id",
                    "number",
                    List.of(Values.key(
                            "number",
                            Long.class,
                            "number",
                            snapshot -> {
                                throw new IllegalArgumentException("refused");
                            },
                            List::of))));
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.persist(new Odd()));

            assertThat(sink.log()).containsExactly("INSERT 1 ?", "COMMITTED");
            assertThat(sink.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_id_that_is_of_another_type_than_the_models_drops_everything(Databases database) {
        try (TestUnit unit = database.open(Odd.class)) {
            RecordingSink<String> sink = new RecordingSink<>(Values.model(Odd.class, String.class, "id", "", ""));
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.persist(new Odd()));

            assertThat(sink.log()).containsExactly("all", "COMMITTED");
        }
    }

    private static void with(Databases database, String keys, Test test) {
        try (TestUnit unit = database.open(Odd.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(Values.model(Odd.class, Long.class, "id", keys, keys));
            sink.listenTo(unit.factory());
            test.run(unit, sink);
            assertThat(sink.failures()).isEmpty();
        }
    }

    private interface Test {
        void run(TestUnit unit, RecordingSink<Long> sink);
    }

    enum Level {
        LOW,
        HIGH
    }

    @Converter
    static class Lower implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String value) {
            return value == null ? null : value.toLowerCase(Locale.ROOT);
        }

        @Override
        public String convertToEntityAttribute(String value) {
            return value;
        }
    }

    @Entity(name = "Odd")
    static class Odd {
        @Id
        Long id = 1L;

        @Version
        int version;

        String other;

        @Enumerated(EnumType.STRING)
        Level level = Level.LOW;

        Level ordinal = Level.LOW;
        UUID uuid = UNIQUE;

        @Column(name = "day_")
        LocalDate day = LocalDate.of(2026, 11, 22);

        Long number = 7L;

        @Convert(converter = Lower.class)
        String lower = "MiXed";

        @Column(precision = 10, scale = 2)
        BigDecimal price = new BigDecimal("1.23456");

        Instant moment = Instant.parse("2026-11-22T10:00:00.123456789Z");

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 5)
        String padded = "p";

        @ColumnTransformer(write = "trim(?)")
        String trimmed = " t ";

        @Column(insertable = false)
        @ColumnDefault("'d'")
        String defaulted = "memory";

        @Generated
        @ColumnDefault("'g'")
        String generated;

        @OptimisticLock(excluded = true)
        String uncovered = "u";

        @Column(updatable = false)
        String fixed = "f";
    }
}
