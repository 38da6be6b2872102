package io.turnkey.json;

import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Short texts that stand for long ones. */
final class Fingerprint {
    /** So many bytes of SHA-256 that no two are ever the same. */
    private static final int BYTES = 16;

    private Fingerprint() {}

    /** Of a form, and of what the snapshots of a model consist of, the constants of enums included. */
    static String of(String form, List<? extends SnapshotShape<?>> shapes, byte[] schema) {
        StringBuilder text = new StringBuilder(form);
        text.append(new String(schema, StandardCharsets.UTF_8));
        shapes.forEach(each -> {
            text.append('\n').append(each.entity().getName());
            append(text, each.shape());
        });
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In letters, digits, {@code -} and {@code _}. */
    static String of(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void append(StringBuilder text, Shape shape) {
        if (shape instanceof Composite<?> composite) {
            text.append('{');
            for (Component<?> component : composite.components()) {
                text.append(component.name()).append(':');
                append(text, component.shape());
                text.append(';');
            }
            text.append('}');
        } else if (shape instanceof Shape.Collected collected) {
            text.append(collected.kind().getName()).append('[');
            append(text, collected.element());
            text.append(']');
        } else if (shape instanceof Shape.Mapped mapped) {
            text.append("map[");
            append(text, mapped.key());
            text.append(',');
            append(text, mapped.value());
            text.append(']');
        } else {
            append(text, ((Shape.Value) shape).type());
        }
    }

    private static void append(StringBuilder text, Class<?> type) {
        text.append(type.getTypeName());
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isEnum()) {
            text.append('(');
            for (Object constant : element.getEnumConstants()) {
                text.append(((Enum<?>) constant).name()).append(',');
            }
            text.append(')');
        }
    }
}
