package io.turnkey.benchmarks.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import io.turnkey.CopyFormat;

/** The forms that are compared. */
public enum Form {
    TURNKEY("a row"),
    TURNKEY_JSON("a row as JSON"),
    DATABIND("Jackson databind, JSON"),
    DATABIND_SMILE("Jackson databind, Smile"),
    STREAMING("JSON by hand, the same text"),
    STREAMING_NUMBERS("JSON by hand, moments as numbers"),
    SMILE("Smile by hand, moments as numbers"),
    BINARY("binary by hand");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    /** What a reader knows it as. */
    public String label() {
        return label;
    }

    /** A codec. */
    public AccountCodec open() {
        return switch (this) {
            case TURNKEY -> new TurnkeyCodec(CopyFormat.BINARY);
            case TURNKEY_JSON -> new TurnkeyCodec(CopyFormat.JSON);
            case DATABIND -> new DatabindCodec(new JsonFactory());
            case DATABIND_SMILE -> new DatabindCodec(new SmileFactory());
            case STREAMING -> new StreamingCodec(new JsonFactory(), false);
            case STREAMING_NUMBERS -> new StreamingCodec(new JsonFactory(), true);
            case SMILE -> new StreamingCodec(new SmileFactory(), true);
            case BINARY -> new BinaryCodec();
        };
    }
}
