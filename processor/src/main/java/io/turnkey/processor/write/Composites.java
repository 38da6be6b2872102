package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Element;
import io.turnkey.processor.model.Embeddable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The method {@code shape}, which tells what a snapshot consists of, and those that make snapshots and ids of the values of their parts. */
final class Composites {
    private final ClassName model;
    private final ClassName snapshot;
    private final HiddenFields hidden;
    private final Map<TypeName, String> names = new LinkedHashMap<>();
    private final CodeBlock.Builder variables = CodeBlock.builder();
    private final List<MethodSpec> makers = new ArrayList<>();

    Composites(ClassName model, ClassName snapshot, HiddenFields hidden) {
        this.model = model;
        this.snapshot = snapshot;
        this.hidden = hidden;
    }

    /**
     * Adds the methods.
     *
     * @param read the method that makes a snapshot of what was read, which is the same where every component is one column
     */
    void addTo(TypeSpec.Builder type, List<Attribute> attributes, MethodSpec read) {
        MethodSpec make = make(attributes);
        boolean same = make.code().equals(read.code());
        CodeBlock shape = composite(
                snapshot,
                attributes.stream()
                        .map(attribute -> component(snapshot, attribute))
                        .toList(),
                CodeBlock.of("$T::$L", model, same ? read.name() : make.name()));
        type.addMethod(MethodSpec.methodBuilder("shape")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.COMPOSITE, snapshot))
                .addCode(variables.build())
                .addCode("return $L;\n", shape)
                .build());
        if (!same) {
            type.addMethod(make);
        }
        makers.forEach(type::addMethod);
    }

    private MethodSpec make(List<Attribute> attributes) {
        return MethodSpec.methodBuilder("make")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(snapshot)
                .addParameter(RuntimeTypes.ROW, "row")
                .addCode("return new $T($L);\n", snapshot, Layout.arguments(RowCode.untyped(attributes)))
                .build();
    }

    private static CodeBlock composite(TypeName type, List<CodeBlock> components, CodeBlock make) {
        return CodeBlock.of(
                "new $T<>($L)",
                RuntimeTypes.COMPOSITE,
                Layout.lines(List.of(CodeBlock.of("$T.class", type), ComponentCode.list(type, components), make)));
    }

    private CodeBlock component(ClassName record, Attribute attribute) {
        return component(attribute, CodeBlock.of("$T::$L", record, attribute.component()), false);
    }

    private CodeBlock component(Attribute attribute, CodeBlock get, boolean live) {
        return ComponentCode.of(attribute, shape(attribute, live), get);
    }

    private CodeBlock shape(Attribute attribute, boolean live) {
        if (attribute instanceof Attribute.Embedded embedded) {
            return variable(embedded.embeddable(), live);
        }
        if (attribute instanceof Attribute.EmbeddedId id) {
            return id(id.type(), Optional.of(id.embeddable()));
        }
        if (attribute instanceof Attribute.Reference reference) {
            return id(reference.type(), reference.embeddedId());
        }
        if (attribute instanceof Attribute.Basic basic) {
            return ComponentCode.value(basic.type(), basic.copying());
        }
        Attribute.Plural plural = (Attribute.Plural) attribute;
        List<CodeBlock> parts = new ArrayList<>();
        plural.key().ifPresent(key -> parts.add(shape(key)));
        parts.add(shape(plural.element()));
        return CodeBlock.of(
                "$T.$L($L)", RuntimeTypes.SHAPE, SnapshotsCode.method(plural.kind()), CodeBlock.join(parts, ", "));
    }

    private CodeBlock shape(Element element) {
        if (element instanceof Element.Embedded embedded) {
            return variable(embedded.embeddable(), false);
        }
        if (element instanceof Element.Reference reference) {
            return id(reference.type(), reference.embeddedId());
        }
        Element.Value value = (Element.Value) element;
        return ComponentCode.value(value.type(), value.copying());
    }

    /** An id that cannot be made of its parts is one value: whether it can be written is found out where that is asked for. */
    private CodeBlock id(TypeName type, Optional<Embeddable> embedded) {
        return embedded.filter(Embeddables::isMade)
                .map(embeddable -> variable(embeddable, true))
                .orElseGet(() -> ComponentCode.value(type));
    }

    /** The variable of {@code shape} that holds an embeddable's composite, or that of the record which stands for it. */
    private CodeBlock variable(Embeddable embeddable, boolean live) {
        boolean itself = live || embeddable.isRecord();
        TypeName type = itself ? embeddable.type() : embeddable.snapshot();
        if (!names.containsKey(type)) {
            List<CodeBlock> components = embeddable.attributes().stream()
                    .map(attribute -> itself
                            ? component(attribute, ComponentCode.get(type, attribute, hidden), true)
                            : component(embeddable.snapshot(), attribute))
                    .toList();
            String name = name(Naming.className(embeddable.type()));
            names.put(type, name);
            variables.add(
                    "$T $L = $L;\n",
                    ParameterizedTypeName.get(RuntimeTypes.COMPOSITE, type),
                    name,
                    composite(type, components, maker(embeddable, type, name)));
        }
        return CodeBlock.of("$L", names.get(type));
    }

    /** Called after the class, and after its outer classes too if need be: there may be many called {@code Id}. */
    private String name(ClassName type) {
        List<String> taken = new ArrayList<>(names.values());
        taken.addAll(List.of("row", "id"));
        String simple = Naming.variable(type, List.of());
        return taken.contains(simple)
                ? Naming.free(Naming.uncapitalize(String.join("", type.simpleNames())), taken)
                : simple;
    }

    private CodeBlock maker(Embeddable embeddable, TypeName type, String name) {
        if (!embeddable.isRecord() && type.equals(embeddable.type())) {
            MethodSpec method = new IdCopies(hidden).make("make" + Naming.capitalize(name), embeddable);
            makers.add(method);
            return CodeBlock.of("$T::$L", model, method.name());
        }
        List<CodeBlock> values = embeddable.isRecord()
                ? RowCode.typed(embeddable.attributes())
                : RowCode.untyped(embeddable.attributes());
        return CodeBlock.of("row -> new $T($L)", type, Layout.arguments(values));
    }
}
