package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a {@code Row}. */
final class RowCode {
    private RowCode() {}

    /** The values of these attributes, for a generated record, which has one constructor. */
    static List<CodeBlock> untyped(List<Attribute> attributes) {
        return IntStream.range(0, attributes.size())
                .mapToObj(i -> CodeBlock.of("row.get($L)", i))
                .toList();
    }

    /** The values of these attributes, for constructors and setters of which there may be several. */
    static List<CodeBlock> typed(List<Attribute> attributes) {
        return IntStream.range(0, attributes.size())
                .mapToObj(i -> typed("row", i, Embeddables.liveType(attributes.get(i))))
                .toList();
    }

    /** A value of a definite type, a primitive one if it is. */
    static CodeBlock typed(String row, int position, TypeName type) {
        return type.isPrimitive()
                ? CodeBlock.of("($T) $L.get($L)", type, row, position)
                : CodeBlock.of("$L.<$T>get($L)", row, type, position);
    }
}
