package io.turnkey.benchmarks.node;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** A process that runs {@link ReadingNode}. */
public final class ReadingProcess implements AutoCloseable {
    /** Of the plain messages. */
    public static final String CHANNEL = "plain";

    private final int times;
    private final Process process;
    private final DataInputStream in;

    private ReadingProcess(int times, Process process) {
        this.times = times;
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** One that reads and hears. */
    public static ReadingProcess start(int redis, String database, int times) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadingNode.class.getName(),
                Integer.toString(redis),
                database,
                Integer.toString(times));
        ReadingProcess reader = new ReadingProcess(
                times,
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        if (reader.in.readInt() != ReadingNode.READY) {
            throw new IOException("The reading node did not come up");
        }
        return reader;
    }

    /** What it saw; it ends. */
    public Seen end() throws IOException {
        process.getOutputStream().close();
        return new Seen(times(), times());
    }

    private long[] times() throws IOException {
        long[] read = new long[times];
        for (int i = 0; i < times; i++) {
            read[i] = in.readLong();
        }
        return read;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * Times in microseconds, 0 for never.
     *
     * @param lastRead when the last read began that showed the row's state of this number
     * @param heard when the plain message of this number came
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Seen(long[] lastRead, long[] heard) {}
}
