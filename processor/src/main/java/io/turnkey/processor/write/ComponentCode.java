package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import java.util.ArrayList;
import java.util.List;

/** Makes {@code Component}s. */
final class ComponentCode {
    /** As many components as javac infers the type of without delay: the time it takes is the cube of their number. */
    private static final int FEW = 10;

    private ComponentCode() {}

    static CodeBlock of(Attribute attribute, CodeBlock shape, CodeBlock get) {
        return attribute.component().equals(attribute.name())
                ? CodeBlock.of("$T.of($S, $L, $L)", RuntimeTypes.COMPONENT, attribute.name(), shape, get)
                : CodeBlock.of(
                        "$T.of($S, $S, $L, $L)",
                        RuntimeTypes.COMPONENT,
                        attribute.component(),
                        attribute.name(),
                        shape,
                        get);
    }

    /** The components of a composite. */
    static CodeBlock list(TypeName composite, List<CodeBlock> components) {
        return components.size() <= FEW
                ? Layout.list(components)
                : CodeBlock.of(
                        "$T.<$T>of($L)",
                        List.class,
                        ParameterizedTypeName.get(RuntimeTypes.COMPONENT, composite),
                        Layout.arguments(components));
    }

    /** The shape of one value. */
    static CodeBlock value(TypeName type) {
        return CodeBlock.of("$T.of($T.class)", RuntimeTypes.SHAPE, Naming.raw(type));
    }

    /** The shape of what is in one column, be it several values. */
    static CodeBlock value(TypeName type, Copying copying) {
        return switch (copying.way()) {
            case LIST, SET, MAP -> several((ParameterizedTypeName) type, copying);
            case NONE, CLONE, DATE, ARRAY -> value(type);
        };
    }

    private static CodeBlock several(ParameterizedTypeName type, Copying copying) {
        List<CodeBlock> held = new ArrayList<>();
        for (int i = 0; i < copying.parts().size(); i++) {
            held.add(value(type.typeArguments().get(i), copying.parts().get(i)));
        }
        return CodeBlock.of(
                "$T.$L($L)", RuntimeTypes.SHAPE, SnapshotsCode.method(copying.way()), CodeBlock.join(held, ", "));
    }

    /** How an attribute of an embeddable itself is read. */
    static CodeBlock get(TypeName embeddable, Attribute attribute, HiddenFields hidden) {
        return get(embeddable, attribute.common().access().read(), attribute.type(), hidden);
    }

    /** How an attribute of {@code type} is read from {@code owner}. */
    static CodeBlock get(TypeName owner, Access.Way way, TypeName type, HiddenFields hidden) {
        if (way instanceof Access.Method method) {
            return CodeBlock.of("$T::$L", owner, method.name());
        }
        return way instanceof Access.Hidden field
                ? CodeBlock.of("id -> $L.get(id)", hidden.constant(field))
                : CodeBlock.of("id -> $L", AccessCode.read(CodeBlock.of("id"), way, type, hidden));
    }
}
