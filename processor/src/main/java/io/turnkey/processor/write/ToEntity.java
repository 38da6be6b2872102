package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Embeddable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Makes the entity, or the embeddable, that a record was made of. */
final class ToEntity {
    private static final CodeBlock MANAGER = CodeBlock.of("entityManager");

    private final List<String> taken;
    private final HiddenFields hidden;

    /**
     * Methods of a record.
     *
     * @param taken the names of the record's members
     */
    ToEntity(List<String> taken, HiddenFields hidden) {
        this.taken = taken;
        this.hidden = hidden;
    }

    MethodSpec entity(ClassName entity, List<Attribute> attributes) {
        return method("toEntity", entity, attributes)
                .addJavadoc("A detached entity with these values; merging it changes nothing else of the row.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.ENTITY_MANAGER, MANAGER.toString())
                .build();
    }

    MethodSpec embeddable(Embeddable embeddable) {
        MethodSpec.Builder method = method("toEmbeddable", embeddable.type(), embeddable.attributes())
                .addJavadoc("An embeddable with these values.\n")
                .addModifiers(Modifier.PUBLIC);
        if (needsManager(embeddable)) {
            method.addParameter(RuntimeTypes.ENTITY_MANAGER, MANAGER.toString());
        }
        return method.build();
    }

    private MethodSpec.Builder method(String name, TypeName type, List<Attribute> attributes) {
        String made = Naming.variable(Naming.className(type), taken);
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).returns(type).addStatement("$1T $2L = new $1T()", type, made);
        for (Attribute attribute : attributes) {
            method.addCode(AccessCode.write(made, attribute.common().access().write(), value(attribute), hidden));
        }
        return method.addStatement("return $L", made);
    }

    private CodeBlock value(Attribute attribute) {
        CodeBlock value = CodeBlock.of("$L()", attribute.component());
        if (attribute instanceof Attribute.Embedded embedded
                && !embedded.embeddable().isRecord()) {
            return orNull(value, CodeBlock.of("$L.$L", value, toEmbeddable(embedded.embeddable())));
        }
        if (attribute instanceof Attribute.Reference reference) {
            return orNull(value, reference(reference.target(), value));
        }
        return attribute instanceof Attribute.Basic basic ? own(value, basic) : value;
    }

    /** An entity's own collection may be changed, a snapshot's may not. */
    private static CodeBlock own(CodeBlock value, Attribute.Basic basic) {
        return switch (basic.copying().way()) {
            case LIST -> orNull(value, CodeBlock.of("new $T<>($L)", ArrayList.class, value));
            case SET -> orNull(value, CodeBlock.of("new $T<>($L)", LinkedHashSet.class, value));
            case MAP -> orNull(value, CodeBlock.of("new $T<>($L)", LinkedHashMap.class, value));
            case NONE, CLONE, DATE, ARRAY -> value;
        };
    }

    private static CodeBlock orNull(CodeBlock value, CodeBlock converted) {
        return CodeBlock.of("$L == null ? null : $L", value, converted);
    }

    private static CodeBlock reference(ClassName target, CodeBlock id) {
        return CodeBlock.of("$L.getReference($T.class, $L)", MANAGER, target, id);
    }

    private static CodeBlock toEmbeddable(Embeddable embeddable) {
        return CodeBlock.of("toEmbeddable($L)", needsManager(embeddable) ? MANAGER : "");
    }

    private static boolean needsManager(Embeddable embeddable) {
        return embeddable.attributes().stream().anyMatch(ToEntity::needsManager);
    }

    private static boolean needsManager(Attribute attribute) {
        return attribute instanceof Attribute.Reference
                || (attribute instanceof Attribute.Embedded embedded && needsManager(embedded.embeddable()));
    }
}
