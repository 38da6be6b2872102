package io.turnkey.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.turnkey.SnapshotFormatException;
import io.turnkey.json.Documents.Holder;
import io.turnkey.json.People.CatSnapshot;
import io.turnkey.json.People.DogSnapshot;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.spi.StoredRow;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes of a copy are: a row, or a {@link SnapshotFormatException}. A failure names the seed that repeats it with {@code -Dturnkey.fuzz.seed}. */
@Tag("F62")
class BinaryFuzzTest {
    private static final int INPUTS = 20_000;
    private static final int MANY_INPUTS = 1_000_000;

    /** Room for an exception and what the test itself does, but not for half a million characters. */
    private static final long MODEST = 800_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Target<?>> targets = List.of(
            new Target<>(
                    Documents.bytes(People.USER),
                    People.rows().stream().map(StoredRow::snapshot).toList()),
            new Target<>(BinaryValuesTest.animals(), List.of(new CatSnapshot(1L, true), new DogSnapshot(2L, "wow"))),
            new Target<>(
                    new BinaryRows<>(
                            "Everything",
                            List.of(new SnapshotShape<>(Map.class, Everything.SHAPE)),
                            Everything.CONVERSIONS),
                    List.of(Everything.ROW)));

    @Test
    void no_bytes_make_another_exception() {
        run(INPUTS);
    }

    @Test
    @Tag("soak")
    void no_bytes_of_many_make_another_exception() {
        run(MANY_INPUTS);
    }

    private void run(int inputs) {
        long seed = Long.getLong("turnkey.fuzz.seed", new Random().nextLong());
        int refused = 0;
        for (int i = 0; i < inputs; i++) {
            Random random = new Random(seed + i);
            Target<?> target = targets.get(random.nextInt(targets.size()));
            byte[] mutated = mutated(random, target.rows.get(random.nextInt(target.rows.size())));
            try {
                refused += target.isRead(mutated) ? 0 : 1;
            } catch (Throwable e) {
                throw new AssertionError(
                        "-Dturnkey.fuzz.seed=" + (seed + i) + ": "
                                + HexFormat.of().formatHex(mutated),
                        e);
            }
        }
        // Else this would test nothing but the beginning of rows.
        assertThat(refused).as("seed %s", seed).isBetween(inputs / 3, inputs - inputs / 20);
    }

    /** After one to three accidents, which are of any kind. */
    private static byte[] mutated(Random random, byte[] row) {
        byte[] bytes = row;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
            byte[] noise = new byte[1 + random.nextInt(8)];
            random.nextBytes(noise);
            bytes = switch (random.nextInt(8)) {
                case 0 -> replaced(bytes, at, length, new byte[0]);
                case 1 -> replaced(bytes, at, 0, noise);
                case 2 -> replaced(bytes, at, Math.min(noise.length, bytes.length - at), noise);
                case 3 -> replaced(bytes, at, random.nextInt(4) == 0 ? bytes.length - at : 0, new byte[0]);
                case 4 -> replaced(bytes, at, length, Arrays.copyOfRange(bytes, at, at + length));
                case 5 -> {
                    byte[] counts = new byte[1 + random.nextInt(6)];
                    Arrays.fill(counts, (byte) -1);
                    yield replaced(bytes, at, Math.min(counts.length, bytes.length - at), counts);
                }
                default -> {
                    byte[] flipped = bytes.clone();
                    if (at < flipped.length) {
                        flipped[at] ^= (byte) (1 << random.nextInt(8));
                    }
                    yield flipped;
                }
            };
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(by);
        out.write(bytes, at + length, bytes.length - at - length);
        return out.toByteArray();
    }

    static Stream<Shape> sized() {
        return Stream.of(
                Shape.of(String.class),
                Shape.of(byte[].class),
                Shape.of(long[].class),
                Shape.of(String[].class),
                Shape.list(Shape.of(String.class)),
                Shape.set(Shape.of(Long.class)),
                Shape.map(Shape.of(String.class), Shape.list(People.ADDRESS)));
    }

    /** A copy of ten bytes that says to have two billion elements must not take the memory for them, not even for a moment. */
    @ParameterizedTest
    @MethodSource("sized")
    void what_says_to_be_longer_than_it_is_allocates_nothing(Shape shape) {
        BinaryRows<Holder> rows = Documents.bytes(Documents.holder(shape));
        byte[] few = {1, 1, -1, -1, -1, -1, 7, 0, 0, 0};
        byte[] tooMany = {1, 1, -1, -1, -1, -1, 15, 0, 0, 0};
        byte[] endless = {1, 1, -1, -1, -1, -1, -1, -1, -1, -1};

        byte[] someHundredThousand = {1, 1, -1, -1, 63, 0, 0, 0, 0, 0};

        for (byte[] hostile : List.of(few, tooMany, endless, someHundredThousand)) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            assertThatThrownBy(() -> rows.decode(hostile))
                    .isInstanceOf(SnapshotFormatException.class)
                    .hasMessageContaining("$.value");
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MODEST);
        }
    }

    @Test
    void what_is_refused_is_not_quoted() {
        BinaryRows<Holder> dates = Documents.bytes(Documents.holder(Shape.of(LocalDate.class)));
        byte[] day = {1, 1, 0x12, 0x34, 0x56, 0x78, 0x12, 0x34, 0x56, 0x78};

        assertThatThrownBy(() -> dates.decode(day))
                .isInstanceOf(SnapshotFormatException.class)
                .hasNoCause()
                .message()
                .startsWith("User, line 1, column 11, $.value: ")
                .doesNotContain("1311768465");
    }

    /** What is read, and rows to begin with. */
    private static final class Target<S> {
        final BinaryRows<S> form;
        final List<byte[]> rows = new ArrayList<>();

        Target(BinaryRows<S> form, List<? extends S> rows) {
            this.form = form;
            rows.forEach(row -> this.rows.add(form.encode(row)));
        }

        /** Whether it took the bytes; a row that it made can be written again. */
        boolean isRead(byte[] bytes) {
            S row;
            try {
                row = form.decode(bytes);
            } catch (SnapshotFormatException e) {
                assertThat(e.line()).isOne();
                assertThat(e.column()).isBetween(1, bytes.length + 1);
                return false;
            }
            assertThat(form.encode(row)).isNotEmpty();
            return true;
        }
    }
}
