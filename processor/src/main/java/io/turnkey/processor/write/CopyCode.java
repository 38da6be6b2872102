package io.turnkey.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Element;
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
            boolean shared = mapper(plural.element()).isEmpty()
                    && plural.key().flatMap(this::mapper).isEmpty();
            return shared ? Optional.empty() : Optional.of(collection(plural));
        }
        return value(attribute, nullable);
    }

    private Optional<CodeBlock> value(Attribute attribute, boolean nullable) {
        CodeBlock component = CodeBlock.of("$L", attribute.component());
        Optional<CodeBlock> copy = attribute instanceof Attribute.Basic basic
                ? clone(component, basic.type(), basic.copying())
                : Embeddables.copied(attribute).map(id -> CodeBlock.of("$T.copy($L)", model, component));
        return copy.map(code -> nullable ? CodeBlock.of("$1L == null ? null : $2L", component, code) : code);
    }

    /** A copy of one value; empty if it is immutable. */
    static Optional<CodeBlock> clone(CodeBlock value, TypeName type, Copying copying) {
        if (copying == Copying.NONE) {
            return Optional.empty();
        }
        CodeBlock clone = CodeBlock.of("$L.clone()", AccessCode.operand(value));
        return Optional.of(type instanceof ArrayTypeName ? clone : CodeBlock.of("($T) $L", type, clone));
    }

    private CodeBlock collection(Attribute.Plural plural) {
        return SnapshotsCode.of(
                plural,
                CodeBlock.of("$L", plural.component()),
                mapper(plural.element()),
                plural.key().flatMap(this::mapper));
    }

    private Optional<CodeBlock> mapper(Element element) {
        if (!(element instanceof Element.Value value) || value.copying() == Copying.NONE) {
            return Optional.empty();
        }
        return value.type() instanceof ArrayTypeName
                ? Optional.of(CodeBlock.of("$T::clone", value.type()))
                : clone(CodeBlock.of("$L", lambda), value.type(), value.copying())
                        .map(copy -> CodeBlock.of("$L -> $L", lambda, copy));
    }
}
