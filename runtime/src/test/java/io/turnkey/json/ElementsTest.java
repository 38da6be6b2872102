package io.turnkey.json;

import static io.turnkey.json.Documents.document;
import static io.turnkey.json.Documents.json;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.SnapshotFormatException;
import io.turnkey.json.Documents.Holder;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row cannot fill memory with elements. */
@Tag("F49")
class ElementsTest {
    private static final int TOO_MANY = Jackson.ELEMENTS + 1;

    @Test
    void an_array_without_end_is_refused() {
        SnapshotFile<Holder> file = Documents.file(Documents.holder(Shape.of(byte[][].class)));
        String begin = document(Shape.of(byte[][].class), "[");
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(
                        begin.substring(0, begin.lastIndexOf('[') + 1).getBytes(StandardCharsets.UTF_8)),
                new Nulls());

        assertThatThrownBy(() -> file.read(endless, row -> {}))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageContaining("$.rows[0].value[" + Jackson.ELEMENTS + "]: is more than the ");
    }

    static Stream<Arguments> tooMany() {
        return Stream.of(
                Arguments.of(Shape.of(boolean[].class), new boolean[TOO_MANY]),
                Arguments.of(Shape.list(Shape.of(String.class)), Collections.nCopies(TOO_MANY, "a")),
                Arguments.of(Shape.map(Shape.of(String.class), Shape.of(String.class)), new Huge()));
    }

    @ParameterizedTest
    @MethodSource("tooMany")
    void what_could_not_be_read_again_is_not_written(Shape shape, Object value) {
        assertThatThrownBy(() -> json(shape, value))
                .isInstanceOf(CacheException.class)
                .hasMessage("User, $.rows[0].value: " + TOO_MANY + " elements are more than JSON may have");
    }

    /** {@code null,null,...} */
    private static final class Nulls extends InputStream {
        private static final byte[] TEXT = "null,".getBytes(StandardCharsets.UTF_8);

        private long at;

        @Override
        public int read() {
            return TEXT[(int) (at++ % TEXT.length)];
        }
    }

    /** Says to be large. */
    private static final class Huge extends AbstractMap<String, String> {
        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }

        @Override
        public int size() {
            return TOO_MANY;
        }
    }
}
