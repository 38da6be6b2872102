package io.turnkey.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** {@code equals} and {@code hashCode} of a record that holds arrays, which would compare by identity. */
final class RecordEquality {
    private final ClassName record;
    private final List<Attribute> attributes;

    RecordEquality(ClassName record, List<Attribute> attributes) {
        this.record = record;
        this.attributes = attributes;
    }

    void addTo(TypeSpec.Builder type) {
        if (attributes.stream().anyMatch(attribute -> isArray(attribute) || holdsArrays(attribute))) {
            type.addMethod(equality()).addMethod(hash());
        }
    }

    private MethodSpec equality() {
        List<String> components = attributes.stream().map(Attribute::component).toList();
        String object = Naming.free("object", components);
        String other = Naming.free("other", components);
        CodeBlock.Builder comparison = CodeBlock.builder().add("return $L instanceof $T $L$>$>", object, record, other);
        attributes.forEach(attribute -> comparison.add("\n&& $L", equal(attribute, other)));
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(RuntimeTypes.nullable(ClassName.OBJECT), object)
                .addCode(comparison.add(";$<$<\n").build())
                .build();
    }

    private static CodeBlock equal(Attribute attribute, String other) {
        String name = attribute.component();
        if (holdsArrays(attribute)) {
            return CodeBlock.of("$T.equal($L, $L.$L)", RuntimeTypes.SNAPSHOTS, name, other, name);
        }
        if (isArray(attribute)) {
            String method = isNested(attribute) ? "deepEquals" : "equals";
            return CodeBlock.of("$T.$L($L, $L.$L)", Arrays.class, method, name, other, name);
        }
        if (attribute.type().equals(TypeName.DOUBLE) || attribute.type().equals(TypeName.FLOAT)) {
            return CodeBlock.of("$T.compare($L, $L.$L) == 0", attribute.type().box(), name, other, name);
        }
        return attribute.type().isPrimitive()
                ? CodeBlock.of("$L == $L.$L", name, other, name)
                : CodeBlock.of("$T.equals($L, $L.$L)", Objects.class, name, other, name);
    }

    private MethodSpec hash() {
        List<CodeBlock> hashes = attributes.stream().map(RecordEquality::hash).toList();
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addCode("return $T.hash($L);\n", Objects.class, Layout.arguments(hashes))
                .build();
    }

    private static CodeBlock hash(Attribute attribute) {
        if (holdsArrays(attribute)) {
            return CodeBlock.of("$T.hash($L)", RuntimeTypes.SNAPSHOTS, attribute.component());
        }
        if (isArray(attribute)) {
            String method = isNested(attribute) ? "deepHashCode" : "hashCode";
            return CodeBlock.of("$T.$L($L)", Arrays.class, method, attribute.component());
        }
        return CodeBlock.of("$L", attribute.component());
    }

    private static boolean isArray(Attribute attribute) {
        return attribute.type() instanceof ArrayTypeName;
    }

    private static boolean isNested(Attribute attribute) {
        return attribute.type() instanceof ArrayTypeName array && array.componentType() instanceof ArrayTypeName;
    }

    /** Whether there are arrays in a collection of it, or in what a map of it leads to. */
    private static boolean holdsArrays(Attribute attribute) {
        if (attribute instanceof Attribute.Plural plural) {
            return plural.type() instanceof ParameterizedTypeName collection
                    && last(collection.typeArguments()) instanceof ArrayTypeName;
        }
        return attribute instanceof Attribute.Basic basic && holdsArrays(basic.type(), basic.copying());
    }

    private static boolean holdsArrays(TypeName type, Copying copying) {
        if (copying.parts().isEmpty()) {
            return false;
        }
        if (type instanceof ArrayTypeName array) {
            return holdsArrays(array.componentType(), last(copying.parts()));
        }
        TypeName held = last(((ParameterizedTypeName) type).typeArguments());
        return held instanceof ArrayTypeName || holdsArrays(held, last(copying.parts()));
    }

    private static <T> T last(List<T> several) {
        return several.get(several.size() - 1);
    }
}
