package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two copies in the second level the newer one is told by its version's text. */
@Tag("F60")
class VersionTextTest {
    static Stream<List<? extends Comparable<?>>> ascending() {
        Instant moment = Instant.parse("2026-03-29T01:30:00Z");
        List<Instant> moments = List.of(
                Instant.parse("-0044-03-15T12:00:00Z"),
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.EPOCH,
                moment,
                moment.plusNanos(1),
                moment.plusMillis(1),
                moment.plusSeconds(1));
        return Stream.of(
                List.of(Long.MIN_VALUE, -1L, 0L, 9L, 10L, 255L, 256L, Long.MAX_VALUE),
                List.of(Integer.MIN_VALUE, -1, 0, 9, 10, Integer.MAX_VALUE),
                List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE),
                moments,
                List.of(
                        LocalDateTime.MIN,
                        LocalDateTime.of(2026, 10, 25, 2, 30),
                        LocalDateTime.of(2026, 10, 25, 2, 31)),
                List.of(
                        Timestamp.from(moment),
                        Timestamp.from(moment.plusNanos(1)),
                        Timestamp.from(moment.plusMillis(1))));
    }

    @ParameterizedTest
    @MethodSource("ascending")
    void textsSortAsVersionsDo(List<? extends Comparable<?>> versions) {
        List<String> texts = versions.stream().map(VersionText::of).toList();

        assertThat(texts).doesNotHaveDuplicates().isSorted();
        assertThat(texts.stream().map(String::length).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("none")
    void whatCannotBeComparedHasNone(Comparable<?> version) {
        assertThat(VersionText.of(version)).isNull();
    }

    static Stream<Comparable<?>> none() {
        return Stream.of(null, BigDecimal.ONE, "1");
    }
}
