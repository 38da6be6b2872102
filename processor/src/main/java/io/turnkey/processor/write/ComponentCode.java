package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes {@code Component}s. */
final class ComponentCode {
    /** As many components as javac infers the type of without delay: the time it takes is the cube of their number. */
    private static final int FEW = 10;

    /** The methods of {@code Shape} for what generated code copies. */
    private static final Map<ClassName, String> COLLECTIONS = Map.of(
            ClassName.get(Collection.class), "list",
            ClassName.get(List.class), "list",
            ClassName.get(Set.class), "set",
            ClassName.get(Map.class), "map");

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

    /** The shape of one value, also of a collection that is one: in a column of its own. */
    static CodeBlock value(TypeName type) {
        if (type instanceof ParameterizedTypeName collection
                && COLLECTIONS.containsKey(collection.rawType())
                && collection.typeArguments().stream().noneMatch(ComponentCode::isVague)) {
            List<CodeBlock> held = collection.typeArguments().stream()
                    .map(ComponentCode::value)
                    .toList();
            return CodeBlock.of(
                    "$T.$L($L)", RuntimeTypes.SHAPE, COLLECTIONS.get(collection.rawType()), CodeBlock.join(held, ", "));
        }
        return CodeBlock.of("$T.of($T.class)", RuntimeTypes.SHAPE, Naming.raw(type));
    }

    private static boolean isVague(TypeName argument) {
        return argument instanceof WildcardTypeName || argument instanceof TypeVariableName;
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
