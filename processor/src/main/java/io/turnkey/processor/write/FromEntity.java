package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Makes a record of an entity or embeddable that is in memory: the body of {@code of}. */
final class FromEntity {
    private final CodeBlock receiver;
    private final List<Attribute> attributes;
    private final HiddenFields hidden;
    private final List<String> names = new ArrayList<>();
    private final CodeBlock.Builder locals = CodeBlock.builder();
    private boolean unchecked;

    /**
     * Reads {@code attributes} of the variable {@code receiver}.
     */
    FromEntity(String receiver, List<Attribute> attributes, HiddenFields hidden) {
        this.receiver = CodeBlock.of("$L", receiver);
        this.attributes = attributes;
        this.hidden = hidden;
        this.names.add(receiver);
    }

    /** Adds the statements that return the record. */
    void addTo(MethodSpec.Builder method, ClassName snapshot) {
        List<CodeBlock> values = attributes.stream().map(this::value).toList();
        method.addCode(locals.build()).addCode("return new $T($L);\n", snapshot, Layout.arguments(values));
        if (unchecked) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
    }

    /** Whether some attribute is read without the entity's methods. */
    static boolean isDirect(List<Attribute> attributes) {
        return attributes.stream()
                .anyMatch(attribute ->
                        AccessCode.isDirect(attribute.common().access().read()));
    }

    private CodeBlock value(Attribute attribute) {
        if (attribute instanceof Attribute.Embedded embedded) {
            CodeBlock value = read(attribute, embedded.embeddable().type());
            return embedded.embeddable().isRecord()
                    ? value
                    : CodeBlock.of("$T.of($L)", embedded.embeddable().snapshot(), value);
        }
        if (attribute instanceof Attribute.Reference reference) {
            return reference(reference);
        }
        return attribute instanceof Attribute.Plural plural ? plural(plural) : read(attribute, attribute.type());
    }

    private CodeBlock reference(Attribute.Reference reference) {
        String name = SourceVersion.isName(reference.name()) ? reference.name() : reference.component();
        CodeBlock target = CodeBlock.of("$L", Naming.free(name, names));
        names.add(target.toString());
        locals.add("$T $L = $L;\n", reference.target(), target, read(reference, reference.target()));
        return CodeBlock.of("$L == null ? null : $L", target, id(target, reference.targetId(), reference.type()));
    }

    /** The id of a target, which may be a lazy proxy: it knows its id, its fields are empty. */
    private CodeBlock id(CodeBlock target, Access access, TypeName type) {
        if (!AccessCode.isDirect(access.read())) {
            return AccessCode.read(target, access.read(), type, hidden);
        }
        List<String> taken = new ArrayList<>(reserved());
        taken.add(target.toString());
        CodeBlock each = CodeBlock.of("$L", Naming.free("each", taken));
        return CodeBlock.of(
                "$T.idOf($L, $L -> $L)",
                RuntimeTypes.CACHES,
                target,
                each,
                AccessCode.read(each, access.read(), type, hidden));
    }

    private CodeBlock plural(Attribute.Plural plural) {
        TypeName element = live(plural.element());
        TypeName type = plural.key()
                .<TypeName>map(key -> ParameterizedTypeName.get(ClassName.get(Map.class), live(key), element))
                .orElseGet(() -> ParameterizedTypeName.get(ClassName.get(Collection.class), element));
        return SnapshotsCode.of(
                plural,
                read(plural, type),
                mapper(plural.element()),
                plural.key().flatMap(this::mapper));
    }

    /** What the entity's own collection holds. */
    private static TypeName live(Element element) {
        if (element instanceof Element.Reference reference) {
            return reference.target();
        }
        return element instanceof Element.Embedded embedded
                ? embedded.embeddable().type()
                : element.type();
    }

    private Optional<CodeBlock> mapper(Element element) {
        if (element instanceof Element.Embedded embedded
                && !embedded.embeddable().isRecord()) {
            return Optional.of(CodeBlock.of("$T::of", embedded.embeddable().snapshot()));
        }
        if (!(element instanceof Element.Reference reference)) {
            return Optional.empty();
        }
        if (reference.targetId().read() instanceof Access.Method getter) {
            return Optional.of(CodeBlock.of("$T::$L", reference.target(), getter.name()));
        }
        CodeBlock target = CodeBlock.of("$L", Naming.free("target", reserved()));
        return Optional.of(CodeBlock.of("$L -> $L", target, id(target, reference.targetId(), reference.type())));
    }

    private List<String> reserved() {
        return Stream.concat(names.stream(), attributes.stream().map(Attribute::name))
                .toList();
    }

    private CodeBlock read(Attribute attribute, TypeName type) {
        Access.Way way = attribute.common().access().read();
        unchecked |= AccessCode.isUnchecked(way, type);
        return AccessCode.read(receiver, way, type, hidden);
    }
}
