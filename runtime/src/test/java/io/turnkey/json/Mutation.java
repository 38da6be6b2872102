package io.turnkey.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document after one to three accidents. */
final class Mutation {
    static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[\\[\\]{},:]|[^\\[\\]{},:\"\\s]+");

    private static final List<String> INTERESTING = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "300",
            "1.5",
            "1e400",
            "1E+2147483647",
            "9223372036854775808",
            "99999999999999999999999",
            "\"\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\uD800\"",
            "\"T\"",
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"Z\"",
            "\":\"",
            "\"%\"",
            "\"0:0:0:0:0:0:0:1%99999999999\"",
            "\"jar:file:/a!/\"",
            "[]",
            "{}",
            "[[[[[]]]]]",
            "[null]",
            "{\"a\":1}",
            "[1,2]",
            "NaN",
            "nul",
            "'",
            "\\",
            "\uFEFF",
            "\"rows\"",
            "\"id\"",
            "\"row\"",
            "\"type\"",
            "\"expires\"",
            "//",
            "\"c0\"");

    private final Random random;
    private final List<String> tokens;
    private byte[] bytes;

    Mutation(Random random, byte[] document, List<String> tokens) {
        this.random = random;
        this.tokens = tokens;
        bytes = document.clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            step();
        }
    }

    byte[] bytes() {
        return bytes;
    }

    private void step() {
        int at = random.nextInt(Math.max(1, bytes.length));
        int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
        switch (random.nextInt(10)) {
            case 0 -> replace(at, length, new byte[0]);
            case 1 -> replace(at, 0, noise());
            case 2 -> replace(at, length, noise());
            case 3 ->
                replace(at, Math.min(1, bytes.length), new byte[] {
                    (byte) (1 << random.nextInt(8) ^ (bytes.length == 0 ? 0 : bytes[at]))
                });
            case 4 -> replace(at, random.nextInt(4) == 0 ? bytes.length - at : 0, new byte[0]);
            case 5 -> replace(at, 0, Arrays.copyOfRange(bytes, at, at + length));
            default -> swapTokens();
        }
    }

    /** Replaces, doubles, removes or exchanges whole tokens: such documents get further than others. */
    private void swapTokens() {
        int[] place = token();
        int[] other = token();
        byte[] theirs = Arrays.copyOfRange(bytes, other[0], other[0] + other[1]);
        switch (random.nextInt(5)) {
            case 0 -> replace(place[0], place[1], theirs);
            case 1 -> replace(place[0], place[1], new byte[0]);
            case 2 -> replace(place[0], 0, theirs);
            case 3 -> replace(place[0], place[1], any(INTERESTING));
            default -> replace(place[0], place[1], any(tokens));
        }
    }

    /** Where some token begins, and how long it is; it may be the second half of a text. */
    private int[] token() {
        int from = random.nextInt(bytes.length + 1);
        // One character for each byte, so that places are the same.
        Matcher matcher =
                TOKEN.matcher(new String(bytes, from, Math.min(bytes.length - from, 200), StandardCharsets.ISO_8859_1));
        return matcher.find()
                ? new int[] {from + matcher.start(), matcher.end() - matcher.start()}
                : new int[] {from, 0};
    }

    private byte[] any(List<String> texts) {
        return texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        if (random.nextBoolean()) {
            return any(INTERESTING);
        }
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    private void replace(int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(by);
        out.write(bytes, at + length, bytes.length - at - length);
        bytes = out.toByteArray();
    }
}
