package io.turnkey.benchmarks.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.io.IOException;

/** Jackson databind, with moments as texts. */
final class DatabindCodec implements AccountCodec {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    DatabindCodec(JsonFactory factory) {
        ObjectMapper mapper = new ObjectMapper(factory)
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        writer = mapper.writerFor(AccountSnapshot.class);
        reader = mapper.readerFor(AccountSnapshot.class);
    }

    @Override
    public byte[] encode(AccountSnapshot account) throws IOException {
        return writer.writeValueAsBytes(account);
    }

    @Override
    public AccountSnapshot decode(byte[] bytes) throws IOException {
        return reader.readValue(bytes);
    }
}
