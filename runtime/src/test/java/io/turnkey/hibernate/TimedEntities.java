package io.turnkey.hibernate;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/** Entities with every type of time that can tell when a row changed. */
final class TimedEntities {
    private TimedEntities() {}

    @Converter
    static class Millis implements AttributeConverter<Instant, Long> {
        @Override
        public Long convertToDatabaseColumn(Instant instant) {
            return instant == null ? null : instant.toEpochMilli();
        }

        @Override
        public Instant convertToEntityAttribute(Long column) {
            return column == null ? null : Instant.ofEpochMilli(column);
        }
    }

    @Embeddable
    static class Inner {
        Instant at;
    }

    @Entity(name = "Times")
    static class Times {
        @Id
        Long id;

        Instant instantTime;
        LocalDateTime wallTime;
        OffsetDateTime offsetTime;
        ZonedDateTime zonedTime;
        Date dateTime;
        Timestamp stampTime;

        @Convert(converter = Millis.class)
        Instant millisTime;

        Inner inner = new Inner();

        Times() {}

        Times(Long id, Instant at) {
            this.id = id;
            instantTime = at;
            inner.at = at;
            millisTime = at;
            if (at != null) {
                wallTime = LocalDateTime.ofInstant(at, ZoneId.systemDefault());
                offsetTime = at.atOffset(ZoneOffset.ofHours(3));
                zonedTime = at.atZone(ZoneId.of("Asia/Tokyo"));
                dateTime = Date.from(at);
                stampTime = Timestamp.from(at);
            }
        }
    }

    record PartId(String box, int number) implements Serializable {}

    @Entity(name = "Part")
    @IdClass(PartId.class)
    static class Part {
        @Id
        String box;

        @Id
        int number;

        Instant changed;

        @ElementCollection
        Set<String> tags = new HashSet<>();

        Part() {}

        Part(String box, int number, Instant changed) {
            this.box = box;
            this.number = number;
            this.changed = changed;
            tags.add("tag" + number);
        }
    }

    @Entity(name = "Base")
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Base {
        @Id
        Long id;

        Instant changed;

        Base() {}

        Base(Long id, Instant changed) {
            this.id = id;
            this.changed = changed;
        }
    }

    @Entity(name = "Lefty")
    static class Left extends Base {
        String leftText = "l";

        Left() {}

        Left(Long id, Instant changed) {
            super(id, changed);
        }
    }

    @Entity(name = "Righty")
    static class Right extends Base {
        String rightText = "r";

        Right() {}

        Right(Long id, Instant changed) {
            super(id, changed);
        }
    }
}
