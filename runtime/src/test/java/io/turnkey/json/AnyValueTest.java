package io.turnkey.json;

import static io.turnkey.json.Documents.again;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.Shape;
import java.math.BigDecimal;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Date;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("F49")
class AnyValueTest {
    @Property(tries = 300)
    void any_text_survives(@ForAll char[] chars) {
        assertThat(again(Shape.of(String.class), new String(chars))).isEqualTo(new String(chars));
    }

    @Property(tries = 300)
    void any_number_survives(@ForAll BigDecimal decimal, @ForAll double number, @ForAll long whole) {
        assertThat(again(Shape.of(BigDecimal.class), decimal)).isEqualTo(decimal);
        assertThat(again(Shape.of(Double.class), number)).isEqualTo(number);
        assertThat(again(Shape.of(Timestamp.class), new Timestamp(whole / 1000)))
                .isEqualTo(new Timestamp(whole / 1000));
        assertThat(again(Shape.of(Date.class), new Date(whole))).isEqualTo(new Date(whole));
        assertThat(again(Shape.of(java.sql.Date.class), new java.sql.Date(whole)))
                .isEqualTo(new java.sql.Date(whole));
        assertThat(again(Shape.of(Time.class), new Time(whole))).isEqualTo(new Time(whole));
    }
}
