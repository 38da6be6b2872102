package io.turnkey.redis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.redis.model.StoredCopy.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A copy says by its own head how long it may be served")
@Tag("F62")
class StoredCopyTest {
    private static final String EPOCH = "0123456789abcdef";
    private static final byte[] FINGERPRINT = bytes("ffffffffffffffff");
    private static final long NOON = 1_800_000_000_000L;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] written(boolean expires) {
        return StoredCopy.write(
                EPOCH,
                FINGERPRINT,
                expires ? NOON + 500 : 0,
                new Offer(new Outline("1", 7, "0001", null), Map.of(), bytes("row")));
    }

    private static StoredCopy read(byte[] copy, long clock) {
        return StoredCopy.read(copy, new Measure(bytes(EPOCH), 7, clock, FINGERPRINT));
    }

    @Test
    void whatIsLeftIsCountedByTheServersClock() {
        StoredCopy copy = read(written(true), NOON + 300);

        assertThat(copy.row()).isEqualTo(bytes("row"));
        assertThat(copy.left()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void itEndsAlsoIfTheKeyStays() {
        assertThat(read(written(true), NOON + 499).kind()).isEqualTo(Kind.GOOD);
        assertThat(read(written(true), NOON + 500).kind()).isEqualTo(Kind.OVER);
    }

    @Test
    void ofARowThatDoesNotExpireItHasNoEnd() {
        StoredCopy copy = read(written(false), NOON + 86_400_000);

        assertThat(copy.kind()).isEqualTo(Kind.GOOD);
        assertThat(copy.left()).isNull();
    }

    @Test
    void noByteOfItCanBeChanged() {
        byte[] good = written(true);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;

            assertThat(read(bad, NOON).kind()).as("byte %d", i).isNotEqualTo(Kind.GOOD);
            assertThat(read(Arrays.copyOf(good, i), NOON).kind())
                    .as("%d bytes", i)
                    .isEqualTo(Kind.UNREADABLE);
        }
    }
}
