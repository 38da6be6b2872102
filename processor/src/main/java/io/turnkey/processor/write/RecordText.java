package io.turnkey.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code toString} of a record that has secrets, which it hides, or arrays, of which it tells the length. */
final class RecordText {
    private final ClassName record;
    private final List<Attribute> attributes;

    RecordText(ClassName record, List<Attribute> attributes) {
        this.record = record;
        this.attributes = attributes;
    }

    void addTo(TypeSpec.Builder type) {
        if (attributes.stream().noneMatch(each -> Embeddables.tellsSecret(each) || isArray(each))) {
            return;
        }
        CodeBlock.Builder text = CodeBlock.builder().add("return \"$L[\"$>$>", record.simpleName());
        String separator = "";
        for (Attribute attribute : attributes) {
            text.add("\n+ $L", text(separator + attribute.component() + "=", attribute));
            separator = ", ";
        }
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(text.add("\n+ \"]\";$<$<\n").build())
                .build());
    }

    private static CodeBlock text(String label, Attribute attribute) {
        if (Embeddables.tellsSecret(attribute)) {
            return CodeBlock.of("$S", label + "***");
        }
        if (isArray(attribute)) {
            ArrayTypeName array = (ArrayTypeName) attribute.type();
            return CodeBlock.of(
                    "$1S + ($2L == null ? null : \"$3L[\" + $2L.length + \"]\")",
                    label,
                    attribute.component(),
                    array.componentType());
        }
        return CodeBlock.of("$S + $L", label, attribute.component());
    }

    private static boolean isArray(Attribute attribute) {
        return attribute.type() instanceof ArrayTypeName;
    }
}
