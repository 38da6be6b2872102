package io.turnkey.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.turnkey.SnapshotFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A document being read; whatever is wrong with it is a {@link SnapshotFormatException} with its place. What the stream throws is thrown on as it is. */
final class Input {
    private static final String NO_UTF8 = "is no UTF-8";

    private final String model;
    private final Utf8Reader source;
    private final JsonParser parser;

    Input(String model, InputStream in) throws IOException {
        this.model = model;
        source = new Utf8Reader(in);
        parser = Jackson.FACTORY.createParser(source);
    }

    /** Goes on to the next token; {@code null} at the end. */
    @Nullable
    JsonToken next() throws IOException {
        @Nullable JsonToken token;
        try {
            token = parser.nextToken();
        } catch (IOException e) {
            throw cause(e);
        }
        if (token == null && source.isInvalid()) {
            throw refuse(NO_UTF8);
        }
        return token;
    }

    /** Goes on to the next token, which is the name of a member, and answers with it; {@code null} at the end of the object. */
    @Nullable
    String nextName() throws IOException {
        return next() == JsonToken.FIELD_NAME ? parser.currentName() : null;
    }

    boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** The current token's text. */
    String text() throws IOException {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw cause(e);
        }
    }

    /** Goes to the end of the current array or object. */
    void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw cause(e);
        }
    }

    /** Reads the value that begins here. */
    @Nullable
    Object value(Codec codec) throws IOException {
        if (!at(JsonToken.VALUE_NULL)) {
            return codec.read(this);
        }
        if (!codec.nullable()) {
            throw refuse("must not be null");
        }
        return null;
    }

    /** Refuses what stands here if there are so many elements before it that no more may follow. */
    void limit(int elements) {
        if (elements == Jackson.ELEMENTS) {
            throw refuse("is more than the " + elements + " elements that there may be");
        }
    }

    /** Refuses what stands here unless it begins with {@code token}. */
    void expect(JsonToken token, String what) {
        if (!at(token)) {
            throw expected(what);
        }
    }

    /** Refuses what stands here, without quoting it. */
    SnapshotFormatException expected(String what) {
        return refuse("expected " + what + ", found " + found());
    }

    /** Refuses what stands here. */
    SnapshotFormatException refuse(String problem) {
        return refuse(place(), problem, null);
    }

    SnapshotFormatException refuse(Place place, String problem, @Nullable Throwable cause) {
        return new SnapshotFormatException(model, place.line(), place.column(), place.path(), problem, cause);
    }

    /** Where the current token stands; at the end, where that is. */
    Place place() {
        JsonLocation location =
                parser.currentToken() == null ? parser.currentLocation() : parser.currentTokenLocation();
        return Place.of(location, parser.getParsingContext());
    }

    /** What the current token is. */
    String found() {
        @Nullable JsonToken token = parser.currentToken();
        if (token == null) {
            return "the end";
        }
        return switch (token) {
            case VALUE_STRING -> "another text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "another number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> "the end of an object or array";
        };
    }

    private IOException cause(IOException e) {
        if (source.failedWith(e) || !(e instanceof JsonProcessingException syntax)) {
            return e;
        }
        @Nullable JsonLocation location = syntax.getLocation();
        Place place = Place.of(location == null ? parser.currentLocation() : location, parser.getParsingContext());
        if (source.isInvalid()) {
            throw refuse(place, NO_UTF8, null);
        }
        String problem = e instanceof StreamConstraintsException ? "is too large: " : "is no JSON: ";
        throw refuse(place, problem + syntax.getOriginalMessage(), e);
    }
}
