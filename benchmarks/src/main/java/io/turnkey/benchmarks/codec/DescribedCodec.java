package io.turnkey.benchmarks.codec;

import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same bytes from the description that generated code gives, as {@code io.turnkey.json} works: a second form that needs no code of its own for each class. For the few types that an account has. */
final class DescribedCodec implements AccountCodec {
    private final List<Part> parts;
    private final Composite<AccountSnapshot> composite;

    private record Part(Component<AccountSnapshot> component, Type type) {}

    private interface Writing {
        void write(DataOutputStream out, Object value) throws IOException;
    }

    private interface Reading {
        Object read(ByteBuffer in);
    }

    private record Type(Writing writing, Reading reading) {}

    @SuppressWarnings("unchecked")
    DescribedCodec() {
        composite = (Composite<AccountSnapshot>)
                AccountCache.DEFINITION.model().shapes().get(0).shape();
        parts = composite.components().stream()
                .map(component -> new Part(component, type(((Shape.Value) component.shape()).type())))
                .toList();
    }

    private static Type type(Class<?> type) {
        if (type == String.class) {
            return new Type((out, value) -> write(out, (String) value), DescribedCodec::text);
        }
        if (type == Long.class || type == long.class) {
            return new Type((out, value) -> out.writeLong((Long) value), ByteBuffer::getLong);
        }
        if (type == int.class) {
            return new Type((out, value) -> out.writeInt((Integer) value), ByteBuffer::getInt);
        }
        if (type == boolean.class) {
            return new Type((out, value) -> out.writeBoolean((Boolean) value), in -> in.get() != 0);
        }
        if (type == Instant.class) {
            return new Type(
                    (out, value) -> {
                        out.writeLong(((Instant) value).getEpochSecond());
                        out.writeInt(((Instant) value).getNano());
                    },
                    in -> Instant.ofEpochSecond(in.getLong(), in.getInt()));
        }
        throw new IllegalArgumentException(type.getName());
    }

    @Override
    public byte[] encode(AccountSnapshot account) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        DataOutputStream out = new DataOutputStream(bytes);
        for (Part part : parts) {
            Object value = part.component().get().apply(account);
            out.writeBoolean(value != null);
            if (value != null) {
                part.type().writing().write(out, value);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public AccountSnapshot decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.get() == 0 ? null : parts.get(i).type().reading().read(in);
        }
        return composite.make().apply(new Row(values, List.of()));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
