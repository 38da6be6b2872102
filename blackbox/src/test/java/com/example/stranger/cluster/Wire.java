package com.example.stranger.cluster;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a node says to the test: a line each, whose words are separated by tabs. A line has been said once the call returns, even if the node is killed then. */
final class Wire {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    void say(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : "\t")
                    .append(word.toString().replace('\n', '|').replace('\t', ' '));
        }
        synchronized (this) {
            out.println(line);
        }
    }

    /** Microseconds of the clock that all processes of a machine share. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
