package io.turnkey.example.data;

import io.turnkey.RedisOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis server, started for an example and gone with it; its program comes with {@code org.signal:embedded-redis}. It keeps nothing on disk. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path program = program();
    private final int port = freePort();
    private final Thread atExit = new Thread(this::stop);
    private Process process = launch();

    private EmbeddedRedis() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A server that answers. */
    public static EmbeddedRedis start() {
        EmbeddedRedis redis = new EmbeddedRedis();
        redis.awaitAnswer();
        return redis;
    }

    /** Where it is. */
    public String url() {
        return "redis://" + HOST + ":" + port;
    }

    /** How it is used: with more patience than by default, since it shares a machine with everything else. */
    public RedisOptions.Builder options() {
        return RedisOptions.builder().url(url()).commandTimeout(PATIENCE).heartbeat(PATIENCE);
    }

    /** A connection, to look at what it holds. */
    public Jedis jedis() {
        return new Jedis(HOST, port);
    }

    /** Waits until it has so many keys that match a pattern. */
    public void awaitKeys(String pattern, int count) {
        try (Jedis jedis = jedis()) {
            await(() -> jedis.keys(pattern).size() >= count);
        }
    }

    /** Ends it as if the power were cut. */
    public void kill() {
        stop();
        await(() -> !process.isAlive());
    }

    /** Starts it again, empty, after {@link #kill}. */
    public void restart() {
        process = launch();
        awaitAnswer();
    }

    /** Waits for what other threads, or Redis, are about to do; half a minute at most. */
    public static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
                throw new IllegalStateException("It did not happen within 30 seconds");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        if (!program.toFile().delete()) {
            program.toFile().deleteOnExit();
        }
    }

    private void stop() {
        process.destroyForcibly();
    }

    private Process launch() {
        try {
            return new ProcessBuilder(List.of(
                            program.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            HOST,
                            "--save",
                            "",
                            "--appendonly",
                            "no"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        await(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Redis has ended with " + process.exitValue());
            }
            try (Jedis jedis = jedis()) {
                return "PONG".equals(jedis.ping());
            } catch (JedisException e) {
                return false;
            }
        });
    }

    private static Path program() {
        String name = "redis-server-7.0.15-" + platform();
        try (InputStream in = EmbeddedRedis.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("org.signal:embedded-redis has no " + name);
            }
            Path program = Files.createTempFile("turnkey-redis", "");
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.contains("mac") ? "darwin" : system.contains("linux") ? "linux" : system)
                + (processor.contains("aarch64") ? "-arm64" : "-amd64");
    }

    /** Below those that systems take for outgoing connections: it has to be free again after {@link #kill}. */
    private static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody has it: another one.
            }
        }
        throw new IllegalStateException("No port is free");
    }
}
