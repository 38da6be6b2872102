package io.turnkey.benchmarks.codec;

import io.turnkey.benchmarks.model.AccountSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The values one after the other, as the JDK's data streams write them: no names, no syntax. */
final class BinaryCodec implements AccountCodec {
    @Override
    public byte[] encode(AccountSnapshot account) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(account.id());
        write(out, account.email());
        write(out, account.code());
        write(out, account.name());
        write(out, account.city());
        out.writeLong(account.balance());
        out.writeBoolean(account.active());
        Instant createdAt = account.createdAt();
        out.writeBoolean(createdAt != null);
        if (createdAt != null) {
            out.writeLong(createdAt.getEpochSecond());
            out.writeInt(createdAt.getNano());
        }
        out.writeInt(account.version());
        return bytes.toByteArray();
    }

    @Override
    public AccountSnapshot decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new AccountSnapshot(
                in.getLong(),
                read(in),
                read(in),
                read(in),
                read(in),
                in.getLong(),
                in.get() != 0,
                in.get() != 0 ? Instant.ofEpochSecond(in.getLong(), in.getInt()) : null,
                in.getInt());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String read(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
