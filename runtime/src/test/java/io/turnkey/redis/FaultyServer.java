package io.turnkey.redis;

import io.turnkey.RedisOptions;
import io.turnkey.redis.client.JedisServer;
import io.turnkey.redis.client.Listening;
import io.turnkey.redis.client.OwnClients;
import io.turnkey.redis.client.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A real Redis, whose calls can be delayed or broken, and whose messages can get lost. */
final class FaultyServer implements Server {
    private final Server real;
    private final Map<String, String> names = new HashMap<>();

    /** What was called, in its order: scripts by their name, {@code unlink}, {@code open}, {@code subscribed}. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** How many keys each script was called with, all in all. */
    final Map<String, Integer> keys = new ConcurrentHashMap<>();

    /** Runs before each call; may wait or throw. */
    volatile Consumer<String> before = name -> {};

    /** Runs after each call, before its answer arrives; may wait or throw. */
    volatile Consumer<String> after = name -> {};

    /** Runs before the acknowledgement of a subscription arrives. */
    volatile Runnable beforeAcknowledged = () -> {};

    /** Which messages arrive. */
    volatile Predicate<byte[]> arrives = message -> true;

    private volatile Listening.Listener listener;
    private volatile byte[] channel;

    FaultyServer(RedisOptions options) {
        real = new JedisServer(new OwnClients(options));
        for (String name : List.of("state", "invalidate", "since")) {
            names.put(sha1(marker() + resource("common") + resource(name)), name);
        }
        for (String name : List.of("fill", "lacking")) {
            names.put(sha1(marker() + resource("common") + resource("copies") + resource(name)), name);
        }
        names.put(sha1(marker() + resource("read")), "read");
    }

    /** Lets a message arrive. */
    void deliver(byte[] message) {
        listener.message(channel, message);
    }

    /** The next call is executed, but its answer is lost. */
    void breakNextAnswer() {
        after = name -> {
            after = other -> {};
            throw new JedisConnectionException("The answer was lost");
        };
    }

    @Override
    public boolean isOne() {
        return real.isOne();
    }

    @Override
    public void open() {
        calls.add("open");
        before.accept("open");
        real.open();
    }

    @Override
    public Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments) {
        return called(digest, keys.size(), () -> real.evalsha(digest, keys, arguments));
    }

    @Override
    public Answers evalshaAndMget(byte[] digest, List<byte[]> keys, List<byte[]> arguments, List<byte[]> values) {
        return called(digest, keys.size() + values.size(), () -> real.evalshaAndMget(digest, keys, arguments, values));
    }

    private <T> T called(byte[] digest, int keys, Supplier<T> call) {
        String name = names.get(new String(digest, StandardCharsets.US_ASCII));
        calls.add(name);
        this.keys.merge(name, keys, Integer::sum);
        before.accept(name);
        T answer = call.get();
        after.accept(name);
        return answer;
    }

    @Override
    public Object eval(byte[] text, List<byte[]> keys, List<byte[]> arguments) {
        return real.eval(text, keys, arguments);
    }

    @Override
    public Page scan(byte[] cursor, byte[] pattern) {
        return real.scan(cursor, pattern);
    }

    @Override
    public void unlink(List<byte[]> keys) {
        calls.add("unlink");
        before.accept("unlink");
        real.unlink(keys);
    }

    @Override
    public Listening listening() {
        Listening inner = real.listening();
        return new Listening() {
            @Override
            public void run(List<byte[]> channels, Listener outer) {
                listener = outer;
                channel = channels.get(0);
                inner.run(channels, new Listener() {
                    @Override
                    public void acknowledged() {
                        beforeAcknowledged.run();
                        calls.add("subscribed");
                        outer.acknowledged();
                    }

                    @Override
                    public void message(byte[] channel, byte[] body) {
                        if (arrives.test(body)) {
                            outer.message(channel, body);
                        }
                    }
                });
            }

            @Override
            public void end() {
                inner.end();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }

    private static String marker() {
        return "-- " + sha1(TestNode.PREFIX) + "\n";
    }

    private static String resource(String name) {
        try (InputStream in = Server.class.getResourceAsStream("/io/turnkey/redis/model/" + name + ".lua")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
