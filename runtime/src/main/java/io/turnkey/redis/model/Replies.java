package io.turnkey.redis.model;

import io.turnkey.redis.model.StoredCopy.Kind;
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
    /** What Redis answers for the life of a key that was made to stay: by somebody else, if its row expires. */
    private static final long NO_END = -1;

    private Replies() {}

    static String digits(long number) {
        return String.format(Locale.ROOT, "%016d", number);
    }

    static Position position(Object reply) {
        List<?> parts = (List<?>) reply;
        return new Position(text(parts.get(0)), Long.parseLong(text(parts.get(1))));
    }

    static Standing standing(Object reply) {
        long millis = ((Number) ((List<?>) reply).get(2)).longValue();
        return new Standing(position(reply), Duration.ofMillis(millis));
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
                long left = ((Number) answer.get(2)).longValue();
                if (copy.kind() == Kind.UNREADABLE || (copy.expires() && left == NO_END)) {
                    unreadable++;
                } else if (copy.kind() == Kind.FOREIGN) {
                    foreign++;
                } else if (!copy.expires() || left > 0) {
                    rows.put(questions.get(i - 2), copy(questions.get(i - 2), answer, copy, left));
                }
            } else if (((Number) parts.get(i)).longValue() == 1) {
                unreadable++;
            }
        }
        return new Found(position(reply), rows, unreadable, foreign);
    }

    private static Copy copy(Question question, List<?> answer, StoredCopy copy, long left) {
        return new Copy(
                question.key() == null ? question.value() : text(answer.get(0)),
                copy.row(),
                copy.expires() ? Duration.ofMillis(left) : null);
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
