package io.turnkey.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Embeddable;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The records nested in a snapshot, one for each embeddable class. */
final class NestedRecords {
    private NestedRecords() {}

    static void addTo(TypeSpec.Builder type, SnapshotShape shape) {
        Embeddables.nestedIn(shape.snapshot(), shape.attributes())
                .forEach(embeddable -> type.addType(record(embeddable, shape)));
    }

    private static TypeSpec record(Embeddable embeddable, SnapshotShape shape) {
        List<Attribute> attributes = embeddable.attributes();
        List<String> components = attributes.stream().map(Attribute::component).toList();
        TypeSpec.Builder type = TypeSpec.recordBuilder(embeddable.snapshot())
                .addJavadoc("What {@link $T} held.\n", Naming.raw(embeddable.type()))
                .addModifiers(Modifier.PUBLIC);
        if (shape.isInterface()) {
            type.addModifiers(Modifier.STATIC);
        }
        HiddenFields hidden = new HiddenFields(components);
        RecordParts parts = new RecordParts(
                embeddable.snapshot(), embeddable.type(), attributes, attribute -> false, shape.model());
        parts.declareIn(type);
        type.addMethod(of(embeddable, hidden));
        if (shape.mergeable() || (shape.isInterface() && Embeddables.isCreatable(embeddable))) {
            type.addMethod(new ToEntity(components, hidden).embeddable(embeddable));
        }
        parts.addMethodsTo(type);
        hidden.declareIn(type);
        return type.build();
    }

    private static MethodSpec of(Embeddable embeddable, HiddenFields hidden) {
        String name = Naming.variable(Naming.className(embeddable.type()), List.of());
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("The same values; {@code null} for {@code null}.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(RuntimeTypes.nullable(embeddable.snapshot()))
                .addParameter(RuntimeTypes.nullable(embeddable.type()), name)
                .beginControlFlow("if ($L == null)", name)
                .addStatement("return null")
                .endControlFlow();
        new FromEntity(name, embeddable.attributes(), hidden).addTo(method, embeddable.snapshot());
        return method.build();
    }
}
