package io.turnkey.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document something stands.
 *
 * @param path like {@code $.rows[3].address.city}
 */
record Place(int line, int column, String path) {
    static Place of(JsonLocation location, JsonStreamContext context) {
        // Beyond two billion lines or columns Jackson's numbers overflow.
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), path(context));
    }

    /** The place of one of the parts of what stands here. */
    Place of(String component) {
        return new Place(line, column, path + "." + component);
    }

    /** The path of what is being read or written. */
    static String path(JsonStreamContext context) {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonStreamContext at = context; at != null; at = at.getParent()) {
            steps.push(step(at));
        }
        return "$" + String.join("", steps);
    }

    private static String step(JsonStreamContext context) {
        if (context.inArray()) {
            return context.hasCurrentIndex() ? "[" + context.getCurrentIndex() + "]" : "";
        }
        @Nullable String name = context.inObject() ? context.getCurrentName() : null;
        if (name == null) {
            return "";
        }
        boolean plain = name.length() <= Jackson.QUOTED && name.chars().allMatch(Character::isJavaIdentifierPart);
        return plain ? "." + name : "[" + Jackson.quoted(name) + "]";
    }
}
