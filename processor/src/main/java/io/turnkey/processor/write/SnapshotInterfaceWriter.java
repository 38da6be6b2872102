package io.turnkey.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import javax.lang.model.element.Modifier;

/** Writes the snapshot of a hierarchy's root: an interface, which a record of each class implements. */
final class SnapshotInterfaceWriter {
    private final SnapshotShape shape;

    SnapshotInterfaceWriter(SnapshotShape shape) {
        this.shape = shape;
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(shape.snapshot())
                .addJavadoc(
                        "What a row of {@link $T}, or of one of its subclasses, held when it was read: immutable, and shared by all callers.\n",
                        shape.entity());
        Deprecation.silence(type, shape.attributes());
        if (shape.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        shape.attributes().forEach(attribute -> type.addMethod(accessor(attribute)));
        type.addMethod(new EntityMethods(shape).ofHierarchy());
        new IdMethods(shape).addTo(type);
        ViewMethods.addTo(type, shape);
        NestedRecords.addTo(type, shape);
        return type;
    }

    private MethodSpec accessor(Attribute attribute) {
        return MethodSpec.methodBuilder(attribute.component())
                .addJavadoc("Returns $L.\n", Links.component(shape.entity(), attribute))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(shape.isId(attribute) ? attribute.type() : RuntimeTypes.nullable(attribute.type()))
                .build();
    }
}
