package io.turnkey.redis.model;

import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import java.util.HashMap;
import java.util.Map;

/** Takes what lies where copies should be. Of one thread. */
final class FoundRows {
    private final Measure measure;
    private final Map<Question, Copy> rows = new HashMap<>();
    private int unreadable;
    private int foreign;

    FoundRows(Measure measure) {
        this.measure = measure;
    }

    void add(Question question, String id, byte[] bytes) {
        StoredCopy copy = StoredCopy.read(bytes, measure);
        switch (copy.kind()) {
            case GOOD -> rows.put(question, new Copy(id, copy.row(), copy.left()));
            case FOREIGN -> foreign++;
            case UNREADABLE -> unreadable++;
            case OVER -> {}
        }
    }

    Found found(Position position) {
        return new Found(position, rows, unreadable, foreign);
    }
}
