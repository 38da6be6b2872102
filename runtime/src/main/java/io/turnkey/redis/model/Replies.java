package io.turnkey.redis.model;

import io.turnkey.redis.client.Server.Answers;
import io.turnkey.spi.SharedModel.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** The copies that a script was asked for by their names. */
    @SuppressWarnings("unchecked") // values are bytes or null
    static List<byte @Nullable []> copies(Object reply) {
        return (List<byte @Nullable []>) ((List<?>) reply).get(6);
    }

    static Found found(Answers answers, List<Question> byKey, List<Question> byId, byte[] fingerprint) {
        List<?> parts = (List<?>) answers.script();
        FoundRows rows = new FoundRows(new Measure(
                (byte[]) parts.get(0), Long.parseLong(text(parts.get(2))), number(parts.get(3)), fingerprint));
        List<?> ids = (List<?>) parts.get(4);
        List<?> led = (List<?>) parts.get(5);
        for (int i = 0; i < led.size(); i++) {
            // Where there is no link, the script has looked for the copy of no id: somebody else may have put something
            // there.
            if (ids.get(i) instanceof byte[] id && led.get(i) instanceof byte[] copy) {
                rows.add(byKey.get(i), text(id), copy);
            }
        }
        for (int i = 0; i < answers.values().size(); i++) {
            byte[] copy = answers.values().get(i);
            if (copy != null) {
                rows.add(byId.get(i), byId.get(i).value(), copy);
            }
        }
        return rows.found(position(parts));
    }

    private static long number(Object integer) {
        return ((Number) integer).longValue();
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
