package io.turnkey.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** A server process of the test's own, on a port that is kept over restarts. Closing kills it and removes its files. */
public final class RedisServer implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final int port;
    private final Path folder;
    private final List<String> arguments;
    private Process process;

    private RedisServer(int port, List<String> arguments) {
        this.port = port;
        this.arguments = arguments;
        try {
            this.folder = Files.createTempDirectory("turnkey-redis-" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = launched();
    }

    /** Runs and answers. Further arguments as on its command line. */
    public static RedisServer start(String... arguments) {
        RedisServer server = new RedisServer(freePort(), List.of(arguments));
        server.awaitAnswer();
        return server;
    }

    /** Runs; may not answer {@code PING} as it is told to want TLS or a login. */
    public static RedisServer launch(int port, List<String> arguments) {
        RedisServer server = new RedisServer(port, arguments);
        server.awaitPort();
        return server;
    }

    public int port() {
        return port;
    }

    /** Where it keeps its files. */
    public Path folder() {
        return folder;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** A connection without any of what is tested. */
    public Jedis jedis() {
        return new Jedis(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder().timeoutMillis(20_000).build());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it in the middle of what it does: connections stay, nothing is answered. */
    public void freeze() {
        signal("STOP");
    }

    /** Goes on after {@link #freeze}. */
    public void thaw() {
        signal("CONT");
    }

    /** Ends at once, as if the power were cut. */
    public void kill() {
        process.destroyForcibly();
        await(() -> !process.isAlive());
    }

    /** Starts again on the same port, with the files that were saved. */
    public void restart() {
        process = launched();
        awaitAnswer();
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port nobody listens on. */
    public static int freePort() {
        // Below 32768, where systems take ports for outgoing connections; a cluster takes the port + 10000 too.
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = 12_000 + (int) (Math.random() * 10_000);
            try (ServerSocket one = new ServerSocket(port);
                    ServerSocket other = new ServerSocket(port + 10_000)) {
                return Math.min(one.getLocalPort(), other.getLocalPort());
            } catch (IOException e) {
                // Taken: another one.
            }
        }
        throw new IllegalStateException("No free port was found");
    }

    /** Waits until something is so, however slow the machine is. */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private Process launched() {
        List<String> command = new ArrayList<>(List.of(RedisBinary.path().toString()));
        // A configuration file comes first; what follows overrides it.
        boolean configured = !arguments.isEmpty() && !arguments.get(0).startsWith("--");
        if (configured) {
            command.add(arguments.get(0));
        }
        command.addAll(List.of("--port", String.valueOf(port), "--save", "", "--appendonly", "no"));
        command.addAll(List.of("--dir", folder.toString(), "--bind", "127.0.0.1", "--databases", "4"));
        command.addAll(arguments.subList(configured ? 1 : 0, arguments.size()));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        await(() -> {
            dieWithTheProcess();
            try (Jedis jedis = jedis()) {
                return "PONG".equals(jedis.ping());
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    private void awaitPort() {
        await(() -> {
            dieWithTheProcess();
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private void dieWithTheProcess() {
        if (!process.isAlive()) {
            try {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
