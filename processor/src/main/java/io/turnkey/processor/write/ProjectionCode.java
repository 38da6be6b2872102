package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * How rows are read.
 *
 * @param constant the constant {@code PROJECTION}
 * @param read the method that makes a snapshot of a row
 */
record ProjectionCode(FieldSpec constant, MethodSpec read) {
    static ProjectionCode of(ClassName model, ClassName entity, ClassName snapshot, List<Attribute> attributes) {
        Selection selection = new Selection("row");
        List<CodeBlock> values = selection.read(attributes);
        CodeBlock projection = Layout.lines(List.of(
                CodeBlock.of("$T.class", entity),
                Layout.list(selection.attributes()),
                Layout.list(selection.collections()),
                CodeBlock.of("$T::read", model)));
        FieldSpec constant = FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.PROJECTION, snapshot),
                        "PROJECTION",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("new $T<>($L)", RuntimeTypes.PROJECTION, projection)
                .build();
        MethodSpec read = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(snapshot)
                .addParameter(RuntimeTypes.ROW, "row")
                .addCode("return new $T($L);\n", snapshot, Layout.arguments(values))
                .build();
        return new ProjectionCode(constant, read);
    }
}
