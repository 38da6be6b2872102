package io.turnkey.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies values that could be changed by those who share them. */
final class CopyCode {
    private final ClassName model;
    private final String lambda;

    /**
     * Copies in a snapshot.
     *
     * @param model the generated class that has a method {@code copy} for each embeddable id
     * @param components the record's components
     */
    CopyCode(ClassName model, List<String> components) {
        this.model = model;
        this.lambda = Naming.free("element", components);
    }

    /** What a component is set to when a snapshot is made; empty if that is what was given. */
    Optional<CodeBlock> in(Attribute attribute, boolean nullable) {
        return attribute instanceof Attribute.Plural plural
                ? Optional.of(collection(plural))
                : value(attribute, nullable);
    }

    /** What an accessor answers; empty if that is the component itself. */
    Optional<CodeBlock> out(Attribute attribute, boolean nullable) {
        if (attribute instanceof Attribute.Plural plural) {
            boolean shared = !isCopiedOut(plural.element())
                    && plural.key().filter(CopyCode::isCopiedOut).isEmpty();
            return shared ? Optional.empty() : Optional.of(collection(plural));
        }
        boolean shared =
                attribute instanceof Attribute.Basic basic && !basic.copying().isCopiedOut();
        return shared ? Optional.empty() : value(attribute, nullable);
    }

    private static boolean isCopiedOut(Element element) {
        return element instanceof Element.Value value && value.copying().isCopiedOut();
    }

    private Optional<CodeBlock> value(Attribute attribute, boolean nullable) {
        CodeBlock component = CodeBlock.of("$L", attribute.component());
        if (attribute instanceof Attribute.Basic basic) {
            return nullable
                    ? orNull(component, basic.type(), basic.copying(), lambda)
                    : of(component, basic.type(), basic.copying(), lambda);
        }
        Optional<CodeBlock> copy =
                Embeddables.copied(attribute).map(id -> CodeBlock.of("$T.copy($L)", model, component));
        return copy.map(code -> nullable ? CodeBlock.of("$1L == null ? null : $2L", component, code) : code);
    }

    /** A copy of one value that is not null; empty if it is immutable. */
    static Optional<CodeBlock> of(CodeBlock value, TypeName type, Copying copying) {
        return of(value, type, copying, "element");
    }

    /** A copy of one value that may be null; empty if it is immutable. */
    static Optional<CodeBlock> orNull(CodeBlock value, TypeName type, Copying copying) {
        return orNull(value, type, copying, "element");
    }

    private static Optional<CodeBlock> orNull(CodeBlock value, TypeName type, Copying copying, String lambda) {
        boolean cloned = copying.way() == Copying.Way.CLONE || copying.way() == Copying.Way.DATE;
        return of(value, type, copying, lambda)
                .map(copy -> cloned ? CodeBlock.of("$1L == null ? null : $2L", value, copy) : copy);
    }

    /** {@code lambda} is a name that no variable has. */
    private static Optional<CodeBlock> of(CodeBlock value, TypeName type, Copying copying, String lambda) {
        return switch (copying.way()) {
            case NONE -> Optional.empty();
            case CLONE, DATE -> Optional.of(clone(value, type));
            case ARRAY, LIST, SET, MAP -> Optional.of(several(value, type, copying, lambda));
        };
    }

    private static CodeBlock clone(CodeBlock value, TypeName type) {
        CodeBlock clone = CodeBlock.of("$L.clone()", AccessCode.operand(value));
        return type instanceof ArrayTypeName ? clone : CodeBlock.of("($T) $L", type, clone);
    }

    private static CodeBlock several(CodeBlock value, TypeName type, Copying copying, String lambda) {
        List<TypeName> held = type instanceof ArrayTypeName array
                ? List.of(array.componentType())
                : ((ParameterizedTypeName) type).typeArguments();
        List<Optional<CodeBlock>> mappers = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            mappers.add(mapper(held.get(i), copying.parts().get(i), lambda));
        }
        Optional<CodeBlock> last = mappers.get(mappers.size() - 1);
        if (type instanceof ArrayTypeName) {
            return SnapshotsCode.array(type, value, last.orElseThrow());
        }
        return SnapshotsCode.of(
                SnapshotsCode.method(copying.way()),
                value,
                last,
                mappers.size() > 1 ? mappers.get(0) : Optional.empty());
    }

    private CodeBlock collection(Attribute.Plural plural) {
        return SnapshotsCode.of(
                plural,
                CodeBlock.of("$L", plural.component()),
                mapper(plural.element()),
                plural.key().flatMap(this::mapper));
    }

    private Optional<CodeBlock> mapper(Element element) {
        return element instanceof Element.Value value
                ? mapper(value.type(), value.copying(), lambda)
                : Optional.empty();
    }

    private static Optional<CodeBlock> mapper(TypeName type, Copying copying, String lambda) {
        return copying.equals(Copying.CLONE) && type instanceof ArrayTypeName
                ? Optional.of(CodeBlock.of("$T::clone", type))
                : of(CodeBlock.of("$L", lambda), type, copying, lambda + "_")
                        .map(copy -> CodeBlock.of("$L -> $L", lambda, copy));
    }
}
