package io.turnkey.benchmarks.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import io.turnkey.CopyFormat;
import java.util.function.Supplier;

/** The forms that are compared. */
public enum Form {
    TURNKEY("a row", () -> new TurnkeyCodec(CopyFormat.BINARY)),
    TURNKEY_JSON("a row as JSON", () -> new TurnkeyCodec(CopyFormat.JSON)),
    DATABIND("Jackson databind, JSON", () -> new DatabindCodec(new JsonFactory())),
    DATABIND_SMILE("Jackson databind, Smile", () -> new DatabindCodec(new SmileFactory())),
    STREAMING("JSON by hand, the same text", () -> new StreamingCodec(new JsonFactory(), false)),
    STREAMING_NUMBERS("JSON by hand, moments as numbers", () -> new StreamingCodec(new JsonFactory(), true)),
    SMILE("Smile by hand, moments as numbers", () -> new StreamingCodec(new SmileFactory(), true)),
    BINARY("binary by hand", BinaryCodec::new);

    private final String label;
    private final Supplier<AccountCodec> factory;

    Form(String label, Supplier<AccountCodec> factory) {
        this.label = label;
        this.factory = factory;
    }

    /** What a reader knows it as. */
    public String label() {
        return label;
    }

    /** A codec. */
    public AccountCodec open() {
        return factory.get();
    }
}
