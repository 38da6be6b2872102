package io.turnkey.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.json.People.UserSnapshot;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.StoredRow;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows go through; after a garbage collection in the midst of it none of those that are done is alive. */
@Tag("F49")
class MemoryTest {
    private static final int ROWS = 100_000;
    private static final int MANY_ROWS = 1_000_000;
    private static final int SAMPLES = 5;

    private final SnapshotFile<UserSnapshot> users = People.users();

    @Test
    void rows_are_written_one_at_a_time() throws Exception {
        write(ROWS);
    }

    @Test
    @Tag("soak")
    void a_million_rows_are_written_one_at_a_time() throws Exception {
        write(MANY_ROWS);
    }

    private void write(int rows) throws Exception {
        Alive alive = new Alive(rows / SAMPLES);
        Iterator<StoredRow<UserSnapshot>> all =
                LongStream.range(0, rows).mapToObj(id -> alive.passed(row(id))).iterator();
        long[] written = new long[1];

        users.write(all, true, new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                assertThat(length).isLessThan(100_000);
                written[0] += length;
            }
        });

        assertThat(alive.passed).isEqualTo(rows);
        assertThat(written[0]).isGreaterThan(rows * 100L);
        assertThat(alive.most).isLessThanOrEqualTo(1);
    }

    @Test
    void rows_are_read_one_at_a_time() throws Exception {
        read(ROWS);
    }

    @Test
    @Tag("soak")
    void a_million_rows_are_read_one_at_a_time() throws Exception {
        read(MANY_ROWS);
    }

    private void read(int rows) throws Exception {
        String document = Documents.write(users, true, List.of(row(0)));
        int begin = document.indexOf('\n');
        String row = document.substring(begin, document.length() - 2);
        Alive alive = new Alive(rows / SAMPLES);
        long[] sum = new long[1];

        users.read(new Generated(document.substring(0, begin), row, rows, "]}"), each -> {
            sum[0] += each.snapshot().logins();
            alive.passed(each);
        });

        assertThat(alive.passed).isEqualTo(rows);
        assertThat(sum[0]).isEqualTo(7L * rows);
        // The row that the sink has just been given.
        assertThat(alive.most).isLessThanOrEqualTo(1);
    }

    private static StoredRow<UserSnapshot> row(long id) {
        return new StoredRow<>(
                new UserSnapshot(
                        id,
                        "user" + id,
                        People.Status.ACTIVE,
                        7,
                        BigDecimal.ONE,
                        new byte[20],
                        Instant.EPOCH,
                        null,
                        List.of(new People.Address("Rome", 1)),
                        null,
                        null,
                        0),
                Instant.EPOCH);
    }

    /** How many of the rows before the current one can still be reached. */
    private static final class Alive {
        final int every;
        final List<WeakReference<Object>> sampled = new ArrayList<>();
        long passed;
        long most;

        Alive(int every) {
            this.every = every;
        }

        StoredRow<UserSnapshot> passed(StoredRow<UserSnapshot> row) {
            if (++passed % every == 0) {
                System.gc();
                most = Math.max(
                        most,
                        sampled.stream().filter(each -> each.get() != null).count());
                sampled.clear();
            }
            if (passed % 100 == 1) {
                sampled.add(new WeakReference<>(row.snapshot()));
            }
            return row;
        }
    }

    /** A text in the middle of two others, many times, separated by commas. */
    private static final class Generated extends InputStream {
        private final byte[] repeated;
        private final byte[] last;
        private byte[] current;
        private int position;
        private int left;

        Generated(String before, String repeated, int times, String after) {
            current = before.getBytes(StandardCharsets.UTF_8);
            this.repeated = ("," + repeated).getBytes(StandardCharsets.UTF_8);
            last = after.getBytes(StandardCharsets.UTF_8);
            left = times;
        }

        @Override
        public int read() {
            if (position == current.length) {
                if (current == last) {
                    return -1;
                }
                // No comma before the first.
                position = current == repeated ? 0 : 1;
                current = left-- > 0 ? repeated : last;
                position = current == last ? 0 : position;
            }
            return current[position++];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            bytes[offset] = (byte) first;
            int more = Math.min(length - 1, current.length - position);
            System.arraycopy(current, position, bytes, offset + 1, more);
            position += more;
            return 1 + more;
        }
    }
}
