package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Embeddable;
import io.turnkey.processor.model.Embeddable.Constructor;
import io.turnkey.processor.model.Id;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Methods that copy ids which can be changed, and those that make ids. */
final class IdCopies {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final HiddenFields hidden;

    IdCopies(HiddenFields hidden) {
        this.hidden = hidden;
    }

    /** Adds a method {@code copy} for each embeddable id among the attributes. */
    void addCopiesTo(TypeSpec.Builder type, List<Attribute> attributes) {
        Embeddables.copied(attributes).forEach(embeddable -> type.addMethod(copy(embeddable)));
    }

    private MethodSpec copy(Embeddable embeddable) {
        MethodSpec.Builder method = copy(embeddable.type(), made(embeddable));
        for (Attribute attribute : embeddable.attributes()) {
            Access access = attribute.common().access();
            CodeBlock value = AccessCode.read(ID, access.read(), Embeddables.liveType(attribute), hidden);
            method.addCode(AccessCode.write("copy", access.write(), copy(value, attribute), hidden));
        }
        return method.addStatement("return copy").build();
    }

    /** The method that makes an embeddable id of the values of its parts. */
    MethodSpec make(String name, Embeddable embeddable) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(embeddable.type())
                .addParameter(RuntimeTypes.ROW, "row")
                .addStatement("$T id = $L", embeddable.type(), made(embeddable));
        List<CodeBlock> values = RowCode.typed(embeddable.attributes());
        for (int i = 0; i < values.size(); i++) {
            Access.Way way = embeddable.attributes().get(i).common().access().write();
            method.addCode(AccessCode.write("id", way, values.get(i), hidden));
        }
        return method.addStatement("return id").build();
    }

    private CodeBlock made(Embeddable embeddable) {
        return embeddable.constructor() == Constructor.VISIBLE
                ? CodeBlock.of("new $T()", embeddable.type())
                : CodeBlock.of("$L.get()", hidden.maker(Naming.className(embeddable.type())));
    }

    /** Adds the methods that make and copy an {@code @IdClass}. */
    void addIdClassTo(TypeSpec.Builder type, Id.OfClass id, ClassName snapshot) {
        type.addMethod(make(id, snapshot));
        if (isMutable(id)) {
            MethodSpec.Builder method = copy(id.type(), CodeBlock.of("new $T()", id.type()));
            for (Id.OfClass.Part part : id.parts()) {
                CodeBlock value = AccessCode.read(
                        ID, part.access().read(), part.attribute().type(), hidden);
                method.addCode(AccessCode.write("copy", part.access().write(), copy(value, part.attribute()), hidden));
            }
            type.addMethod(method.addStatement("return copy").build());
        }
    }

    /** Whether an id class can be changed. */
    static boolean isMutable(Id.OfClass id) {
        return !id.isRecord();
    }

    private MethodSpec make(Id.OfClass id, ClassName snapshot) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("id")
                .addModifiers(Modifier.STATIC)
                .returns(id.type())
                .addParameter(snapshot, "snapshot");
        if (id.isRecord()) {
            List<CodeBlock> values = id.parts().stream().map(IdCopies::value).toList();
            return method.addCode("return new $T($L);\n", id.type(), Layout.arguments(values))
                    .build();
        }
        method.addStatement("$1T id = new $1T()", id.type());
        id.parts()
                .forEach(part ->
                        method.addCode(AccessCode.write("id", part.access().write(), value(part), hidden)));
        return method.addStatement("return id").build();
    }

    private static CodeBlock value(Id.OfClass.Part part) {
        return CodeBlock.of("snapshot.$L()", part.attribute().component());
    }

    private static MethodSpec.Builder copy(TypeName type, CodeBlock made) {
        return MethodSpec.methodBuilder("copy")
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(type, ID.toString())
                .addStatement("$T copy = $L", type, made);
    }

    /** A mutable part is copied as well. */
    private static CodeBlock copy(CodeBlock value, Attribute attribute) {
        return attribute instanceof Attribute.Basic basic
                ? CopyCode.orNull(value, basic.type(), basic.copying()).orElse(value)
                : value;
    }
}
