package io.turnkey.json;

import static io.turnkey.json.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.SnapshotFormatException;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values in a form that is not theirs. */
@Tag("F49")
class MalformedValuesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(byte.class, "128"),
                Arguments.of(byte.class, "300"),
                Arguments.of(short.class, "-32769"),
                Arguments.of(int.class, "-2147483649"),
                Arguments.of(boolean.class, "1"),
                Arguments.of(boolean.class, "\"true\""),
                Arguments.of(char.class, "\"\""),
                Arguments.of(char.class, "\"ab\""),
                Arguments.of(double.class, "1e999"),
                Arguments.of(double.class, "-1e999"),
                Arguments.of(double.class, "true"),
                Arguments.of(BigInteger.class, "1.0"),
                Arguments.of(BigInteger.class, "1e1000000000"),
                Arguments.of(UUID.class, "\"1-1-1-1-1\""),
                Arguments.of(UUID.class, "\"\""),
                Arguments.of(Currency.class, "\"NONE\""),
                Arguments.of(Locale.class, "\"not a locale\""),
                Arguments.of(TimeZone.class, "\"Mars/Olympus\""),
                Arguments.of(Calendar.class, "\"2026-03-29T01:30:00.123Z\""),
                Arguments.of(Calendar.class, "\"2026-03-29T01:30:00.123Z[UTC] martian 1/1\""),
                Arguments.of(
                        Calendar.class, "\"2026-03-29T01:30:00.123Z[UTC] japanese 1/1 from 2026-03-29T01:30:00.123Z\""),
                Arguments.of(Date.class, "\"+1000000000-12-31T23:59:59.000Z\""),
                Arguments.of(Date.class, "\"T\""),
                Arguments.of(Instant.class, "\"2026-02-30T00:00:00Z\""),
                Arguments.of(InetAddress.class, "\"localhost\""),
                Arguments.of(InetAddress.class, "\"1.2.3\""),
                Arguments.of(InetAddress.class, "\"1.2.3.256\""),
                Arguments.of(InetAddress.class, "\"1.2.3.4.example.com\""),
                Arguments.of(InetAddress.class, "\"0:0:0:0:0:0:0:1%eth0\""),
                Arguments.of(InetAddress.class, "\"0:0:0:0:0:0:0:10000\""),
                Arguments.of(URL.class, "\"nothing\""),
                Arguments.of(URL.class, "\"" + "jar:".repeat(100_000) + "file:/a" + "!/".repeat(100_000) + "\""),
                Arguments.of(URI.class, "\"a b\""),
                Arguments.of(Path.class, "\"\\u0000\""),
                Arguments.of(int[].class, "[1,null]"),
                Arguments.of(int[].class, "{}"),
                Arguments.of(byte[].class, "[1]"),
                Arguments.of(String[].class, "[1]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_of_another_form_is_refused(Class<?> type, String json) {
        SnapshotFile<Documents.Holder> file = Documents.file(Documents.holder(Shape.of(type)));

        assertThatThrownBy(() -> read(file, Documents.document(Shape.of(type), json)))
                .isInstanceOfSatisfying(SnapshotFormatException.class, e -> {
                    assertThat(e.model()).isEqualTo("User");
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.path()).startsWith("$.rows[0].value");
                    assertThat(e.getMessage()).hasSizeLessThan(300);
                    assertThat(e).hasNoCause();
                });
    }

    @Test
    void numbers_of_absurd_size_are_refused_before_they_are_parsed() {
        for (Class<?> type : new Class<?>[] {BigDecimal.class, BigInteger.class, long.class, double.class}) {
            SnapshotFile<Documents.Holder> file = Documents.file(Documents.holder(Shape.of(type)));
            String document = Documents.document(Shape.of(type), "9".repeat(5_000_000));

            assertThatThrownBy(() -> read(file, document))
                    .isInstanceOf(SnapshotFormatException.class)
                    .hasMessageContaining("$.rows[0]");
        }
    }
}
