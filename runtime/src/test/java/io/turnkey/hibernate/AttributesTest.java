package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.all;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F06")
class AttributesTest {
    private static final String PATHS =
            "id ordinal string uri uuid instant day time dateTime offset duration year amount big bytes text flag letter inner.a inner.b version";

    @ParameterizedTest
    @EnumSource(Databases.class)
    void values_come_as_the_attributes_own_types(Databases database) {
        try (TestUnit unit = database.open(Everything.class, Inner.class, UriConverter.class)) {
            Everything entity = new Everything();
            unit.inTransaction(session -> {
                session.persist(entity);
                session.persist(new Everything(2));
            });

            List<Values> rows =
                    source(unit, model(Everything.class, PATHS)).read(key("id", Long.class), List.of(1L), 9, CONTEXT);

            Values row = rows.get(0);
            assertThat((byte[]) row.get(14)).containsExactly(1, 2, 3);
            assertThat(row.values())
                    .containsExactly(
                            1L,
                            Level.HIGH,
                            Level.LOW,
                            entity.uri,
                            entity.uuid,
                            entity.instant,
                            entity.day,
                            entity.time,
                            entity.dateTime,
                            entity.offset,
                            entity.duration,
                            entity.year,
                            new BigDecimal("1.50"),
                            entity.big,
                            row.get(14),
                            entity.text,
                            true,
                            'x',
                            "a",
                            7,
                            0);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void absent_values_are_null(Databases database) {
        try (TestUnit unit = database.open(Everything.class, Inner.class, UriConverter.class)) {
            unit.inTransaction(session -> session.persist(new Everything(2)));

            List<Values> rows = all(source(
                    unit, model(Everything.class, "ordinal string uri uuid instant bytes text inner.a inner.b")));

            assertThat(rows).extracting(Values::values).containsExactly(Collections.nCopies(9, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void attributes_may_be_called_like_words_of_the_query_language(Databases database) {
        try (TestUnit unit = database.open(Words.class)) {
            unit.inTransaction(session -> session.persist(new Words()));
            String paths = "id e c value index key order group from type select where in all member";

            List<Values> rows = all(source(unit, model(Words.class, paths)));

            List<Object> expected = new ArrayList<>(List.of(paths.split(" ")));
            expected.set(0, 1L);
            assertThat(rows).extracting(Values::values).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_soft_deleted_or_restricted_is_no_row_but_filters_do_not_apply(Databases database) {
        try (TestUnit unit = database.open(Kept.class, Filtered.class)) {
            unit.inTransaction(session -> {
                for (long id = 1; id <= 3; id++) {
                    session.persist(new Kept(id));
                    session.persist(new Filtered(id));
                }
                session.flush();
                session.remove(session.find(Kept.class, 2L));
            });

            assertThat(all(source(unit, model(Kept.class, "id"))))
                    .extracting(row -> row.get(0))
                    .containsExactly(1L);
            unit.factory()
                    .inTransaction(session -> assertThat(session.createSelectionQuery("from Filtered", Filtered.class)
                                    .getResultList())
                            .hasSize(1));
            assertThat(all(source(unit, model(Filtered.class, "id")))).hasSize(3);
            assertThat(source(unit, model(Filtered.class, "id"))
                            .read(key("id", Long.class), List.of(1L, 2L, 3L), 9, CONTEXT))
                    .hasSize(3);
        }
    }

    enum Level {
        LOW,
        HIGH
    }

    @Converter(autoApply = true)
    static class UriConverter implements AttributeConverter<URI, String> {
        @Override
        public String convertToDatabaseColumn(URI uri) {
            return uri == null ? null : uri.toString();
        }

        @Override
        public URI convertToEntityAttribute(String column) {
            return column == null ? null : URI.create(column);
        }
    }

    @Embeddable
    static class Inner {
        String a = "a";
        Integer b = 7;
    }

    @Entity(name = "Everything")
    static class Everything {
        @Id
        Long id = 1L;

        Level ordinal = Level.HIGH;

        @Enumerated(EnumType.STRING)
        Level string = Level.LOW;

        URI uri = URI.create("https://example.com/");
        UUID uuid = UUID.randomUUID();
        Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");

        @Column(name = "day_")
        LocalDate day = LocalDate.of(2026, 3, 29);

        @Column(name = "time_")
        LocalTime time = LocalTime.of(2, 30);

        LocalDateTime dateTime = LocalDateTime.of(2026, 3, 29, 2, 30);

        @Column(name = "offset_")
        OffsetDateTime offset = OffsetDateTime.of(dateTime, ZoneOffset.UTC);

        Duration duration = Duration.ofMillis(1234);

        @Column(name = "year_")
        Year year = Year.of(2026);

        @Column(precision = 10, scale = 2)
        BigDecimal amount = new BigDecimal("1.5");

        BigInteger big = BigInteger.TEN.pow(18);
        byte[] bytes = {1, 2, 3};

        @Lob
        String text = "long ".repeat(10_000);

        boolean flag = true;
        char letter = 'x';
        Inner inner = new Inner();

        @Version
        int version;

        Everything() {}

        /** One that has nothing that may be absent. */
        Everything(long id) {
            this.id = id;
            ordinal = null;
            string = null;
            uri = null;
            uuid = null;
            instant = null;
            bytes = null;
            text = null;
            inner = null;
        }
    }

    @Entity(name = "Order")
    @Table(name = "words")
    static class Words {
        @Id
        Long id = 1L;

        @Column(name = "c1")
        String e = "e";

        @Column(name = "c2")
        String c = "c";

        @Column(name = "c3")
        String value = "value";

        @Column(name = "c4")
        String index = "index";

        @Column(name = "c5")
        String key = "key";

        @Column(name = "c6")
        String order = "order";

        @Column(name = "c7")
        String group = "group";

        @Column(name = "c8")
        String from = "from";

        @Column(name = "c9")
        String type = "type";

        @Column(name = "c10")
        String select = "select";

        @Column(name = "c11")
        String where = "where";

        @Column(name = "c12")
        String in = "in";

        @Column(name = "c13")
        String all = "all";

        @Column(name = "c14")
        String member = "member";
    }

    @Entity(name = "Kept")
    @SoftDelete
    @SQLRestriction("id <> 3")
    static class Kept {
        @Id
        Long id;

        Kept() {}

        Kept(Long id) {
            this.id = id;
        }
    }

    @Entity(name = "Filtered")
    @FilterDef(name = "some", defaultCondition = "id = 1", autoEnabled = true, applyToLoadByKey = true)
    @Filter(name = "some")
    static class Filtered {
        @Id
        Long id;

        Filtered() {}

        Filtered(Long id) {
            this.id = id;
        }
    }
}
