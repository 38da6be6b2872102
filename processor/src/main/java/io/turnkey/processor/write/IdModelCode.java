package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Id;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The {@code KeyModel} of an id. */
final class IdModelCode {
    private final ClassName model;
    private final ClassName snapshot;
    private final String accessor;
    private final HiddenFields hidden;

    /**
     * The id of a snapshot.
     *
     * @param accessor the snapshot's method that answers with its id
     */
    IdModelCode(ClassName model, ClassName snapshot, String accessor, HiddenFields hidden) {
        this.model = model;
        this.snapshot = snapshot;
        this.accessor = accessor;
        this.hidden = hidden;
    }

    CodeBlock of(Id id) {
        if (id instanceof Id.Simple simple) {
            return KeyModelCode.simple(simple.attribute().name(), "getById", true, simple.attribute(), snapshot, model);
        }
        if (id instanceof Id.OfClass idClass) {
            return composite(
                    "id",
                    id.type(),
                    idClass.parts().stream()
                            .flatMap(part -> PathCode.leaves(part.attribute()).stream())
                            .toList(),
                    idClass.parts().stream().map(this::value).toList(),
                    IdCopies.isMutable(idClass));
        }
        Attribute.EmbeddedId attribute = ((Id.Embedded) id).attribute();
        return composite(
                attribute.name(),
                attribute.type(),
                PathCode.leaves(attribute),
                values(CodeBlock.of("id"), attribute.embeddable().attributes()).toList(),
                Embeddables.copied(attribute).isPresent());
    }

    private CodeBlock composite(
            String name, TypeName type, List<CodeBlock> paths, List<CodeBlock> values, boolean mutable) {
        return CodeBlock.of(
                "new $T<>($L)",
                RuntimeTypes.KEY_MODEL,
                Layout.lines(List.of(
                        CodeBlock.of("$S", name),
                        CodeBlock.of("$T.class", Naming.raw(type)),
                        CodeBlock.of("true"),
                        CodeBlock.of("$S", "getById"),
                        Layout.list(paths),
                        CodeBlock.of("$T::$L", snapshot, accessor),
                        CodeBlock.of("id -> $T.asList($L)", Arrays.class, Layout.arguments(values)),
                        mutable ? CodeBlock.of("$T::copy", model) : identity())));
    }

    static CodeBlock identity() {
        return CodeBlock.of("$T.identity()", UnaryOperator.class);
    }

    private CodeBlock value(Id.OfClass.Part part) {
        return AccessCode.read(
                CodeBlock.of("id"), part.access().read(), part.attribute().type(), hidden);
    }

    private Stream<CodeBlock> values(CodeBlock receiver, List<Attribute> attributes) {
        return attributes.stream().flatMap(attribute -> values(receiver, attribute));
    }

    private Stream<CodeBlock> values(CodeBlock receiver, Attribute attribute) {
        Access.Way way = attribute.common().access().read();
        if (attribute instanceof Attribute.Embedded embedded) {
            CodeBlock nested =
                    AccessCode.read(receiver, way, embedded.embeddable().type(), hidden);
            return values(nested, embedded.embeddable().attributes());
        }
        if (attribute instanceof Attribute.Reference reference) {
            CodeBlock target = AccessCode.read(receiver, way, reference.target(), hidden);
            return Stream.of(AccessCode.read(target, reference.targetId().read(), reference.type(), hidden));
        }
        return Stream.of(AccessCode.read(receiver, way, attribute.type(), hidden));
    }
}
