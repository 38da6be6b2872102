package io.turnkey.benchmarks.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Requests that were recorded.
 *
 * @param name of the file
 * @param keys what was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Trace(String name, long[] keys) {
    private static final int MOST = 3_000_000;

    private interface Reader {
        /** The next key; ends with {@link EOFException}. */
        long next() throws IOException;
    }

    /** The traces in this folder; none if it is not there. */
    public static List<Trace> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return List.of(
                ints(folder, "orm-busy.trace.xz"),
                ints(folder, "web07.trace.xz"),
                longs(folder, "scarab-recs.trace.xz"),
                lines(folder, "sprite.trace.gz"));
    }

    /** How many different keys there are. */
    public int distinct() {
        return (int) LongStream.of(keys).distinct().count();
    }

    private static Trace ints(Path folder, String file) throws IOException {
        try (DataInputStream in = unpacked(folder, file)) {
            return read(file, in::readInt);
        }
    }

    private static Trace longs(Path folder, String file) throws IOException {
        try (DataInputStream in = unpacked(folder, file)) {
            return read(file, in::readLong);
        }
    }

    private static Trace lines(Path folder, String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
                Scanner scanner = new Scanner(in, StandardCharsets.US_ASCII)) {
            return read(file, () -> {
                if (!scanner.hasNextLong()) {
                    throw new EOFException();
                }
                return scanner.nextLong();
            });
        }
    }

    private static DataInputStream unpacked(Path folder, String file) throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(folder.resolve(file)));
        return new DataInputStream(new BufferedInputStream(new XZInputStream(packed), 1 << 16));
    }

    private static Trace read(String file, Reader reader) throws IOException {
        long[] keys = new long[MOST];
        int count = 0;
        try {
            while (count < MOST) {
                keys[count] = reader.next();
                count++;
            }
        } catch (EOFException e) {
            // This was all.
        }
        return new Trace(file.substring(0, file.indexOf('.')), Arrays.copyOf(keys, count));
    }
}
