package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
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
