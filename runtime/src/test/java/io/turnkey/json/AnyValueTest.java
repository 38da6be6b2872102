package io.turnkey.json;

import static io.turnkey.json.Documents.again;
import static io.turnkey.json.Documents.bytesAgain;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("F49")
class AnyValueTest {
    @Property(tries = 300)
    void any_text_survives(@ForAll char[] chars) {
        survives(String.class, new String(chars));
    }

    @Property(tries = 300)
    void any_number_survives(@ForAll BigDecimal decimal, @ForAll double number, @ForAll long whole) {
        survives(BigDecimal.class, decimal);
        survives(BigInteger.class, decimal.unscaledValue());
        survives(Double.class, number);
        survives(Long.class, whole);
        survives(Timestamp.class, new Timestamp(whole / 1000));
        survives(Date.class, new Date(whole));
        survives(java.sql.Date.class, new java.sql.Date(whole));
        survives(Time.class, new Time(whole));
        survives(Instant.class, Instant.ofEpochSecond(whole / 1_000_000_000, whole % 1_000_000_000));
        survives(LocalDateTime.class, LocalDateTime.ofEpochSecond(whole / 1_000_000_000, 0, ZoneOffset.UTC));
    }

    private static void survives(Class<?> type, Object value) {
        assertThat(again(Shape.of(type), value)).isEqualTo(value);
        assertThat(bytesAgain(Shape.of(type), value)).isEqualTo(value);
    }
}
