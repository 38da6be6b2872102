package io.turnkey.redis.model;

import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what scripts answer. */
final class Replies {
    private Replies() {}

    static String digits(long number) {
        return String.format(Locale.ROOT, "%016d", number);
    }

    static Position position(Object reply) {
        List<?> parts = (List<?>) reply;
        return new Position(text(parts.get(0)), Long.parseLong(text(parts.get(1))));
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

    static Found found(Object reply, List<Question> questions, byte[] fingerprint) {
        List<?> parts = (List<?>) reply;
        Map<Question, Copy> rows = new HashMap<>();
        int unreadable = 0;
        int foreign = 0;
        for (int i = 2; i < parts.size(); i++) {
            if (parts.get(i) instanceof List<?> answer) {
                StoredCopy copy = StoredCopy.read((byte[]) answer.get(1), fingerprint);
                switch (copy.kind()) {
                    case UNREADABLE -> unreadable++;
                    case FOREIGN -> foreign++;
                    case GOOD -> add(rows, questions.get(i - 2), answer, copy);
                }
            } else if (((Number) parts.get(i)).longValue() == 1) {
                unreadable++;
            }
        }
        return new Found(position(reply), rows, unreadable, foreign);
    }

    private static void add(Map<Question, Copy> rows, Question question, List<?> answer, StoredCopy copy) {
        long left = ((Number) answer.get(2)).longValue();
        // Without a time to live it was made to stay by somebody else.
        if (!copy.expires() || left > 0) {
            rows.put(
                    question,
                    new Copy(
                            question.key() == null ? question.value() : text(answer.get(0)),
                            copy.row(),
                            copy.expires() ? Duration.ofMillis(left) : null));
        }
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
