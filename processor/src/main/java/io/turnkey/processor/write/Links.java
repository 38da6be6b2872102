package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Element;
import io.turnkey.processor.model.Key;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc that leads from generated code to the entity. */
final class Links {
    private Links() {}

    /** An attribute, as a link where Javadoc can follow it. */
    static CodeBlock attribute(TypeName owner, Attribute attribute) {
        TypeName type = Naming.raw(owner);
        Access.Way read = attribute.common().access().read();
        if (read instanceof Access.Method method) {
            return CodeBlock.of("{@link $T#$L() $L}", type, method.name(), attribute.name());
        }
        return read instanceof Access.Field field
                ? CodeBlock.of("{@link $T#$L $L}", type, field.name(), attribute.name())
                : CodeBlock.of("{@code $L}", attribute.name());
    }

    /** What a component of a snapshot holds. */
    static CodeBlock component(TypeName owner, Attribute attribute) {
        CodeBlock link = attribute(owner, attribute);
        if (attribute instanceof Attribute.Reference) {
            return CodeBlock.of("the id of $L", link);
        }
        if (attribute instanceof Attribute.Plural plural && plural.element() instanceof Element.Reference) {
            return CodeBlock.of("the ids of $L", link);
        }
        return CodeBlock.of("the attribute $L", link);
    }

    /** The attributes of a key: {@code tenantId and login}. */
    static CodeBlock key(ClassName entity, Key key) {
        List<CodeBlock> links = key.parts().stream()
                .map(part -> part.path().size() == 1 ? attribute(entity, part.attribute()) : nested(part))
                .toList();
        return CodeBlock.join(links, " and ");
    }

    /** What a component of a composite key holds. */
    static CodeBlock part(ClassName entity, Key.Part part) {
        return part.path().size() == 1
                ? component(entity, part.attribute())
                : CodeBlock.of("the attribute $L", nested(part));
    }

    private static CodeBlock nested(Key.Part part) {
        return CodeBlock.of(
                "{@code $L}", part.path().stream().map(Attribute::name).collect(Collectors.joining(".")));
    }
}
