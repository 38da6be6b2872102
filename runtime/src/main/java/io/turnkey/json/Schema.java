package io.turnkey.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document says of the values in it. */
sealed interface Schema {
    void write(JsonGenerator out) throws IOException;

    /** Compares this with what the document says from the current token on, and names what differs. */
    void compare(Input in, String path, List<String> differences) throws IOException;

    /** What it is, in a message. */
    String text();

    /** One value. */
    record Scalar(String text) implements Schema {
        @Override
        public void write(JsonGenerator out) throws IOException {
            out.writeString(text);
        }

        @Override
        public void compare(Input in, String path, List<String> differences) throws IOException {
            if (!in.at(JsonToken.VALUE_STRING) || !in.text().equals(text)) {
                differ(this, in, path, differences);
            }
        }
    }

    /** An object; one of the file may have more parts. */
    record Parts(Map<String, Schema> parts) implements Schema {
        @Override
        public void write(JsonGenerator out) throws IOException {
            out.writeStartObject();
            for (Map.Entry<String, Schema> part : parts.entrySet()) {
                out.writeFieldName(part.getKey());
                part.getValue().write(out);
            }
            out.writeEndObject();
        }

        @Override
        public void compare(Input in, String path, List<String> differences) throws IOException {
            if (!in.at(JsonToken.START_OBJECT)) {
                differ(this, in, path, differences);
                return;
            }
            Set<String> seen = new HashSet<>();
            for (@Nullable String name = in.nextName(); name != null; name = in.nextName()) {
                Schema part = parts.get(name);
                if (part != null && !seen.add(name)) {
                    throw in.refuse("stands here twice");
                }
                in.next();
                if (part == null) {
                    in.skip();
                } else {
                    part.compare(in, join(path, name), differences);
                }
            }
            for (String name : parts.keySet()) {
                if (!seen.contains(name)) {
                    differences.add(join(path, name) + " is missing");
                }
            }
        }

        @Override
        public String text() {
            return "object";
        }
    }

    /** A collection: its kind, and what its elements are. */
    record Several(String text, List<Schema> elements) implements Schema {
        @Override
        public void write(JsonGenerator out) throws IOException {
            out.writeStartArray();
            out.writeString(text);
            for (Schema element : elements) {
                element.write(out);
            }
            out.writeEndArray();
        }

        @Override
        public void compare(Input in, String path, List<String> differences) throws IOException {
            if (!in.at(JsonToken.START_ARRAY)) {
                differ(this, in, path, differences);
                return;
            }
            in.next();
            if (!in.at(JsonToken.VALUE_STRING) || !in.text().equals(text)) {
                boolean empty = in.at(JsonToken.END_ARRAY);
                differ(this, in, path, differences);
                if (!empty) {
                    in.next();
                    end(in);
                }
                return;
            }
            for (int i = 0; i < elements.size(); i++) {
                if (in.next() == JsonToken.END_ARRAY) {
                    differences.add(path + " lacks the type of its elements");
                    return;
                }
                elements.get(i).compare(in, path + "[" + i + "]", differences);
            }
            in.next();
            end(in);
        }

        /** Goes to the end of the array. */
        private static void end(Input in) throws IOException {
            while (!in.at(JsonToken.END_ARRAY)) {
                in.skip();
                in.next();
            }
        }
    }

    private static void differ(Schema schema, Input in, String path, List<String> differences) throws IOException {
        String found = in.at(JsonToken.VALUE_STRING) ? Jackson.quoted(in.text()) : in.found();
        differences.add((path.isEmpty() ? "all" : path) + " is " + schema.text() + " here, but " + found + " there");
        in.skip();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
