package io.turnkey.redis.model;

import io.turnkey.spi.SharedModel.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what scripts answer. */
final class Replies {
    private static final String ZEROS = "0".repeat(16);

    private Replies() {}

    static String digits(long number) {
        String digits = Long.toString(number);
        return ZEROS.substring(digits.length()) + digits;
    }

    static Position position(Object reply) {
        List<?> parts = (List<?>) reply;
        return new Position(text(parts.get(0)), Long.parseLong(text(parts.get(1))));
    }

    static Standing standing(Object reply) {
        List<?> parts = (List<?>) reply;
        return new Standing(position(reply), Duration.ofMillis(number(parts.get(2))), number(parts.get(3)));
    }

    /** The server's clock as a fill has found it. */
    static long clock(Object reply) {
        return number(((List<?>) reply).get(2));
    }

    static Missed missed(Object reply) {
        List<?> parts = (List<?>) reply;
        if (((Number) parts.get(2)).longValue() == 1) {
            return new Missed(position(reply), null);
        }
        Set<String> ids = new HashSet<>();
        for (Object id : parts.subList(3, parts.size())) {
            ids.add(text(id));
        }
        ids.remove("");
        return new Missed(position(reply), ids);
    }

    static Needed needed(Object reply) {
        List<?> parts = (List<?>) reply;
        Set<Integer> rows = new HashSet<>();
        for (Object row : parts.subList(2, parts.size())) {
            rows.add(((Number) row).intValue());
        }
        return new Needed(position(reply), rows);
    }

    static Found found(Object reply, List<Question> links, List<Question> copies, byte[] fingerprint) {
        List<?> parts = (List<?>) reply;
        Measure measure = new Measure(
                (byte[]) parts.get(0), Long.parseLong(text(parts.get(2))), number(parts.get(3)), fingerprint);
        FoundRows rows = new FoundRows(measure);
        List<?> ids = (List<?>) parts.get(4);
        List<?> led = (List<?>) parts.get(5);
        for (int i = 0; i < led.size(); i++) {
            if (led.get(i) != null) {
                rows.add(links.get(i), text(ids.get(i)), (byte[]) led.get(i));
            }
        }
        List<?> others = (List<?>) parts.get(6);
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i) != null) {
                rows.add(copies.get(i), copies.get(i).value(), (byte[]) others.get(i));
            }
        }
        return rows.found(position(reply));
    }

    private static long number(Object integer) {
        return ((Number) integer).longValue();
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
