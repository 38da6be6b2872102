package io.turnkey.testing.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

/** The server's program, from a library of the tests; nothing has to be installed. */
final class RedisBinary {
    private static final Path PROGRAM = extracted();

    private RedisBinary() {}

    static Path path() {
        return PROGRAM;
    }

    private static Path extracted() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String cpu = arch.contains("aarch64") || arch.contains("arm") ? "arm64" : "amd64";
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String resource = "/redis-server-7.0.15-" + system + "-" + cpu;
        try (InputStream in = RedisBinary.class.getResourceAsStream(resource)) {
            Path program = Files.createTempFile("turnkey-redis", "");
            Files.copy(Objects.requireNonNull(in, resource), program, StandardCopyOption.REPLACE_EXISTING);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException("Cannot be made executable: " + program);
            }
            program.toFile().deleteOnExit();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
