package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import javax.lang.model.element.Modifier;

/** How rows are read: the constant {@code PROJECTION} and the method {@code read}. */
final class ProjectionCode {
    private ProjectionCode() {}

    static void addTo(
            TypeSpec.Builder type, ClassName model, ClassName entity, ClassName snapshot, List<Attribute> attributes) {
        Selection selection = new Selection("row");
        List<CodeBlock> values = selection.read(attributes);
        ParameterizedTypeName projection = ParameterizedTypeName.get(RuntimeTypes.PROJECTION, snapshot);
        type.addField(FieldSpec.builder(projection, "PROJECTION", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "new $T<>($L)",
                                RuntimeTypes.PROJECTION,
                                Layout.lines(List.of(
                                        CodeBlock.of("$T.class", entity),
                                        Layout.list(selection.attributes()),
                                        Layout.list(selection.collections()),
                                        CodeBlock.of("$T::read", model))))
                        .build())
                .addMethod(MethodSpec.methodBuilder("read")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(snapshot)
                        .addParameter(RuntimeTypes.ROW, "row")
                        .addCode("return new $T($L);\n", snapshot, Layout.arguments(values))
                        .build());
    }
}
