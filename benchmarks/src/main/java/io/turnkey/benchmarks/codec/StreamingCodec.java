package io.turnkey.benchmarks.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By hand over Jackson's streams, for this one class: what a codec could be that is generated for it and reuses its buffers. Moments are texts, or their seconds and nanoseconds. */
final class StreamingCodec implements AccountCodec {
    private final JsonFactory factory;
    private final boolean numbers;

    StreamingCodec(JsonFactory factory, boolean numbers) {
        this.factory = factory;
        this.numbers = numbers;
    }

    @Override
    public byte[] encode(AccountSnapshot account) throws IOException {
        ByteArrayBuilder bytes = new ByteArrayBuilder(factory._getBufferRecycler());
        try (bytes;
                JsonGenerator json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("id", account.id());
            json.writeStringField("email", account.email());
            json.writeStringField("code", account.code());
            json.writeStringField("name", account.name());
            json.writeStringField("city", account.city());
            json.writeNumberField("balance", account.balance());
            json.writeBooleanField("active", account.active());
            write(json, account.createdAt());
            json.writeNumberField("version", account.version());
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        }
    }

    private void write(JsonGenerator json, @Nullable Instant createdAt) throws IOException {
        if (createdAt == null) {
            json.writeNullField("createdAt");
        } else if (numbers) {
            json.writeArrayFieldStart("createdAt");
            json.writeNumber(createdAt.getEpochSecond());
            json.writeNumber(createdAt.getNano());
            json.writeEndArray();
        } else {
            json.writeStringField("createdAt", createdAt.toString());
        }
    }

    @Override
    public AccountSnapshot decode(byte[] bytes) throws IOException {
        try (JsonParser json = factory.createParser(bytes)) {
            @Nullable Long id = null;
            @Nullable String email = null;
            @Nullable String code = null;
            @Nullable String name = null;
            @Nullable String city = null;
            long balance = 0;
            boolean active = false;
            @Nullable Instant createdAt = null;
            int version = 0;
            json.nextToken();
            for (@Nullable String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "id" -> id = json.getLongValue();
                    case "email" -> email = json.getText();
                    case "code" -> code = json.getText();
                    case "name" -> name = json.getText();
                    case "city" -> city = json.getText();
                    case "balance" -> balance = json.getLongValue();
                    case "active" -> active = json.getBooleanValue();
                    case "createdAt" -> createdAt = instant(json);
                    case "version" -> version = json.getIntValue();
                    default -> json.skipChildren();
                }
            }
            return new AccountSnapshot(
                    Objects.requireNonNull(id), email, code, name, city, balance, active, createdAt, version);
        }
    }

    private static @Nullable Instant instant(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return Instant.parse(json.getText());
        }
        Instant instant = Instant.ofEpochSecond(json.nextLongValue(0), json.nextLongValue(0));
        json.nextToken();
        return instant;
    }
}
