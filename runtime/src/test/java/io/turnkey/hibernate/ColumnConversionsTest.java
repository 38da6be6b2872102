package io.turnkey.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.json.JsonFormat;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F49")
class ColumnConversionsTest {
    private static TestUnit unit;
    private static Conversions conversions;

    @BeforeAll
    static void open() {
        unit = Databases.H2.open(Thing.class, Special.class, Coded.class, Point.class, CodeConverter.class);
        conversions = new ColumnConversions(unit.factory().unwrap(SessionFactoryImplementor.class));
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    @ParameterizedTest
    @CsvSource({
        "code",
        "point.code",
        "point.inner.code",
        "codes.{element}",
        "byCode.{index}",
        "points.{element}.code",
        "pointsByCode.{index}",
        "pointsByCode.{element}.inner.code",
        "coded.code",
        "point.target.code",
        "codeds.{element}.code",
        "inherited"
    })
    void a_converter_is_found_wherever_its_attribute_is(String path) {
        Conversion conversion = Objects.requireNonNull(conversions.of(Special.class, path));

        assertThat(conversion.stored()).isEqualTo(String.class);
        assertThat(conversion.toStored().apply(new Code("a"))).isEqualTo("<a>");
        assertThat(conversion.fromStored().apply("<b>")).isEqualTo(new Code("b"));
    }

    @ParameterizedTest
    @CsvSource({"pattern", "patterns.{element}", "byPattern.{index}", "byCode.{element}"})
    void a_converter_of_one_attribute_is_found(String path) {
        Conversion conversion = Objects.requireNonNull(conversions.of(Special.class, path));

        assertThat(conversion.stored()).isEqualTo(Integer.class);
        assertThat(conversion.toStored().apply(Pattern.compile("abc"))).isEqualTo(3);
        assertThat(conversion.fromStored().apply(2)).hasToString("xx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "name",
                "level",
                "blob",
                "point",
                "points",
                "points.{element}",
                "nothing",
                "code.nothing",
                "point.nothing",
                "codes",
                "line",
                "",
                "{element}",
                "codes.{index}"
            })
    void what_is_not_converted_has_no_conversion(String path) {
        assertThat(conversions.of(Special.class, path)).isNull();
    }

    @Test
    void what_is_serialized_by_java_is_refused_by_name() {
        assertThatThrownBy(() -> new JsonFormat()
                        .of(
                                "Thing",
                                List.of(new SnapshotShape<>(Special.class, snapshot("blob", Blob.class))),
                                conversions))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("Thing", Special.class.getName() + ".blob", Blob.class.getTypeName());
    }

    @Test
    void a_source_answers_with_the_conversions_of_its_factory() {
        assertThat(Reading.source(unit, Reading.model(Coded.class, "id"))
                        .conversions()
                        .of(Special.class, "code"))
                .isNotNull();
    }

    private static Composite<Object> snapshot(String name, Class<?> type) {
        return new Composite<>(
                Object.class, List.of(Component.of(name, Shape.of(type), snapshot -> snapshot)), row -> row);
    }

    enum Level {
        LOW
    }

    record Code(String text) {}

    record Blob(String text) implements Serializable {}

    @Converter(autoApply = true)
    static class CodeConverter implements AttributeConverter<Code, String> {
        @Override
        public String convertToDatabaseColumn(Code code) {
            return code == null ? null : "<" + code.text() + ">";
        }

        @Override
        public Code convertToEntityAttribute(String column) {
            return column == null ? null : new Code(column.substring(1, column.length() - 1));
        }
    }

    static class PatternConverter implements AttributeConverter<Pattern, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Pattern pattern) {
            return pattern == null ? null : pattern.pattern().length();
        }

        @Override
        public Pattern convertToEntityAttribute(Integer column) {
            return column == null ? null : Pattern.compile("x".repeat(column));
        }
    }

    @Embeddable
    static class Inner {
        @Column(name = "inner_code")
        Code code;
    }

    @Embeddable
    static class Point {
        Code code;

        @Embedded
        Inner inner;

        @ManyToOne
        Coded target;
    }

    @Embeddable
    record CodedId(Code code, int number) {}

    /** Hibernate allows no converter for an id, but for a part of one. */
    @Entity(name = "Coded")
    static class Coded {
        @EmbeddedId
        CodedId id;
    }

    @Entity(name = "Thing")
    static class Thing {
        @Id
        Long id;

        Code inherited;
    }

    @Entity(name = "Special")
    static class Special extends Thing {
        String name;

        @Enumerated(EnumType.STRING)
        @Column(name = "level_")
        Level level;

        Blob blob;

        @Column(name = "own_code")
        Code code;

        @Convert(converter = PatternConverter.class)
        Pattern pattern;

        @Embedded
        Point point;

        @ElementCollection
        Set<Code> codes = new HashSet<>();

        @ElementCollection
        @Convert(converter = PatternConverter.class)
        Set<Pattern> patterns = new HashSet<>();

        @ElementCollection
        @Convert(attributeName = "value", converter = PatternConverter.class)
        Map<Code, Pattern> byCode = new HashMap<>();

        @ElementCollection
        @Convert(attributeName = "key", converter = PatternConverter.class)
        Map<Pattern, Integer> byPattern = new HashMap<>();

        @ElementCollection
        Set<Point> points = new HashSet<>();

        @ElementCollection
        Map<Code, Point> pointsByCode = new HashMap<>();

        @ManyToOne
        Coded coded;

        @ManyToMany
        Set<Coded> codeds = new HashSet<>();
    }
}
