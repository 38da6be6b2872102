package io.turnkey.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands before the rows, and what may stand after them. */
record Header(String model, Schema schema) {
    private static final String FORMAT = "turnkey";
    private static final String MODEL = "model";
    private static final String SCHEMA = "schema";
    private static final String META = "meta";
    private static final String ROWS = "rows";
    private static final Set<String> FIELDS = Set.of(FORMAT, MODEL, SCHEMA, META, ROWS);
    private static final String VERSION = "1";

    /** Stops before the rows. */
    void write(JsonGenerator json, boolean meta) throws IOException {
        json.writeStartObject();
        json.writeFieldName(FORMAT);
        json.writeNumber(VERSION);
        json.writeStringField(MODEL, model);
        json.writeFieldName(SCHEMA);
        schema.write(json);
        json.writeBooleanField(META, meta);
        json.writeFieldName(ROWS);
    }

    /** Answers with whether the rows carry their expiry, and stops where they begin. */
    boolean read(Input in) throws IOException {
        if (in.next() == null) {
            throw in.refuse("is empty");
        }
        in.expect(JsonToken.START_OBJECT, "an export, which is an object");
        Set<String> seen = new LinkedHashSet<>();
        boolean meta = false;
        for (@Nullable String name = in.nextName(); name != null; name = in.nextName()) {
            if (FIELDS.contains(name) && !seen.add(name)) {
                throw in.refuse("stands here twice");
            }
            if (name.equals(ROWS)) {
                complete(seen, in);
                in.next();
                in.expect(JsonToken.START_ARRAY, "an array of rows");
                return meta;
            }
            in.next();
            switch (name) {
                case FORMAT -> checkVersion(in);
                case MODEL -> checkModel(in);
                case SCHEMA -> checkSchema(in);
                case META -> meta = readMeta(in);
                default -> in.skip();
            }
        }
        throw in.refuse("lacks " + ROWS);
    }

    /** Reads from the end of the rows to the end of the document. */
    void readEnd(Input in) throws IOException {
        for (@Nullable String name = in.nextName(); name != null; name = in.nextName()) {
            if (FIELDS.contains(name)) {
                throw in.refuse("stands here twice");
            }
            in.next();
            in.skip();
        }
        if (in.next() != null) {
            throw in.refuse("stands after the end of the export");
        }
    }

    private static void complete(Set<String> seen, Input in) {
        List<String> missing = new ArrayList<>(List.of(FORMAT, MODEL, SCHEMA, META));
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            throw in.refuse("must stand after " + String.join(", ", missing));
        }
    }

    private static void checkVersion(Input in) throws IOException {
        in.expect(JsonToken.VALUE_NUMBER_INT, "the version of the format, a number");
        if (!in.text().equals(VERSION)) {
            throw in.refuse("is another version of the format: this one reads " + VERSION);
        }
    }

    private void checkModel(Input in) throws IOException {
        in.expect(JsonToken.VALUE_STRING, "the name of the model");
        if (!in.text().equals(model)) {
            throw in.refuse("is an export of another model: " + Jackson.quoted(in.text()));
        }
    }

    private void checkSchema(Input in) throws IOException {
        in.expect(JsonToken.START_OBJECT, "an object");
        Place place = in.place();
        List<String> differences = new ArrayList<>();
        schema.compare(in, "", differences);
        if (!differences.isEmpty()) {
            throw in.refuse(place, "is another schema: " + String.join("; ", differences), null);
        }
    }

    private static boolean readMeta(Input in) {
        if (!in.at(JsonToken.VALUE_TRUE) && !in.at(JsonToken.VALUE_FALSE)) {
            throw in.expected("true or false");
        }
        return in.at(JsonToken.VALUE_TRUE);
    }
}
