package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Id;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The methods {@code idShape}, which tells what an {@code @IdClass} consists of, and {@code makeId}, which makes one of the values of its parts. Other ids are a component of the snapshot. */
final class IdShapeCode {
    private final ClassName model;
    private final HiddenFields hidden;

    IdShapeCode(ClassName model, HiddenFields hidden) {
        this.model = model;
        this.hidden = hidden;
    }

    void addTo(TypeSpec.Builder type, Id.OfClass id) {
        List<CodeBlock> components =
                id.parts().stream().map(part -> component(id, part)).toList();
        type.addMethod(MethodSpec.methodBuilder("idShape")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(ParameterizedTypeName.get(RuntimeTypes.COMPOSITE, id.type()))
                        .addCode(
                                "return new $T<>($L);\n",
                                RuntimeTypes.COMPOSITE,
                                Layout.lines(List.of(
                                        CodeBlock.of("$T.class", id.type()),
                                        ComponentCode.list(id.type(), components),
                                        CodeBlock.of("$T::makeId", model))))
                        .build())
                .addMethod(make(id));
    }

    private CodeBlock component(Id.OfClass id, Id.OfClass.Part part) {
        Attribute attribute = part.attribute();
        return ComponentCode.of(
                attribute,
                ComponentCode.value(attribute.type()),
                ComponentCode.get(id.type(), part.access().read(), attribute.type(), hidden));
    }

    private MethodSpec make(Id.OfClass id) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("makeId")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(id.type())
                .addParameter(RuntimeTypes.ROW, "row");
        List<CodeBlock> values = IntStream.range(0, id.parts().size())
                .mapToObj(i ->
                        RowCode.typed("row", i, id.parts().get(i).attribute().type()))
                .toList();
        if (id.isRecord()) {
            return method.addCode("return new $T($L);\n", id.type(), Layout.arguments(values))
                    .build();
        }
        method.addStatement("$1T id = new $1T()", id.type());
        for (int i = 0; i < values.size(); i++) {
            method.addCode(AccessCode.write("id", id.parts().get(i).access().write(), values.get(i), hidden));
        }
        return method.addStatement("return id").build();
    }
}
