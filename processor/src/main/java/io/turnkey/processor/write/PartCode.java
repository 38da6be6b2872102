package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Key;
import java.util.ArrayList;
import java.util.List;

/** Follows a key's path from a snapshot to the value, over embeddables that may be null. */
final class PartCode {
    private PartCode() {}

    static CodeBlock of(String snapshot, Key.Part part) {
        List<CodeBlock> checks = new ArrayList<>();
        CodeBlock value = CodeBlock.of("$L", snapshot);
        boolean live = false;
        for (Attribute attribute : part.path()) {
            if (!value.toString().equals(snapshot)) {
                checks.add(CodeBlock.of("$L == null", value));
            }
            value = CodeBlock.of("$L.$L()", value, live ? getter(attribute) : attribute.component());
            live = isLive(attribute);
        }
        return checks.isEmpty() ? value : CodeBlock.of("$L ? null : $L", CodeBlock.join(checks, " || "), value);
    }

    /** Whether a value stands in the snapshot as it is, so that what follows are its own accessors. */
    private static boolean isLive(Attribute attribute) {
        return attribute instanceof Attribute.EmbeddedId
                || (attribute instanceof Attribute.Embedded embedded
                        && embedded.embeddable().isRecord());
    }

    private static String getter(Attribute attribute) {
        return attribute.common().access().read() instanceof Access.Method method ? method.name() : attribute.name();
    }
}
