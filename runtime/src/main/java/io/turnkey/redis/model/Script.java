package io.turnkey.redis.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A script as one model has it. */
final class Script {
    private final byte[] text;
    private final byte[] digest;

    private Script(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.digest = sha1(this.text).getBytes(StandardCharsets.US_ASCII);
    }

    /** A script that works on a model's state. */
    static Script of(String name, Keys keys) {
        return new Script(marker(keys) + resource("common") + resource(name));
    }

    /** A script that is offered copies. */
    static Script ofCopies(String name, Keys keys) {
        return new Script(marker(keys) + resource("common") + resource("copies") + resource(name));
    }

    /** A script that stands for itself. */
    static Script alone(String name, Keys keys) {
        return new Script(marker(keys) + resource(name));
    }

    byte[] text() {
        return text;
    }

    byte[] digest() {
        return digest;
    }

    private static String marker(Keys keys) {
        return "-- " + sha1(keys.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static String resource(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
