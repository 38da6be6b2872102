package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import java.util.stream.Stream;

/** Makes {@code AttributePath}s. */
final class PathCode {
    private PathCode() {}

    static CodeBlock of(String path) {
        return CodeBlock.of("$T.of($S)", RuntimeTypes.ATTRIBUTE_PATH, path);
    }

    static CodeBlock idOf(String path) {
        return CodeBlock.of("$T.idOf($S)", RuntimeTypes.ATTRIBUTE_PATH, path);
    }

    /** The columns of an attribute, one path each. */
    static List<CodeBlock> leaves(Attribute attribute) {
        return leaves("", attribute).toList();
    }

    private static Stream<CodeBlock> leaves(String prefix, Attribute attribute) {
        String path = prefix + attribute.name();
        if (attribute instanceof Attribute.EmbeddedId id) {
            return leaves(path + ".", id.embeddable().attributes());
        }
        if (attribute instanceof Attribute.Embedded embedded) {
            return leaves(path + ".", embedded.embeddable().attributes());
        }
        return Stream.of(attribute instanceof Attribute.Reference ? idOf(path) : of(path));
    }

    private static Stream<CodeBlock> leaves(String prefix, List<Attribute> attributes) {
        return attributes.stream().flatMap(attribute -> leaves(prefix, attribute));
    }
}
