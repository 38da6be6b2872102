package io.turnkey.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Id;

/** What leads from a snapshot back to its row: {@code reference} and {@code find}, and {@code id} where no component is the id. */
final class IdMethods {
    private final SnapshotShape shape;

    IdMethods(SnapshotShape shape) {
        this.shape = shape;
    }

    void addTo(TypeSpec.Builder type) {
        if (shape.id() instanceof Id.OfClass id && shape.rootSnapshot().isEmpty()) {
            type.addMethod(method(accessor(shape), id.type())
                    .addJavadoc("The row's id.\n")
                    .addStatement("return $T.id(this)", shape.model())
                    .build());
        }
        type.addMethod(manager("reference", shape.entity())
                        .addJavadoc(
                                "A reference to the row that reads nothing, to be set as the target of an association.\n")
                        .addStatement(
                                "return entityManager.getReference($T.class, $L())", shape.entity(), accessor(shape))
                        .build())
                .addMethod(manager("find", RuntimeTypes.nullable(shape.entity()))
                        .addJavadoc("The entity itself, to be changed; {@code null} if the row is gone.\n")
                        .addStatement("return entityManager.find($T.class, $L())", shape.entity(), accessor(shape))
                        .build());
    }

    /** The method that answers with the id. */
    static String accessor(SnapshotShape shape) {
        if (shape.id() instanceof Id.Simple simple) {
            return simple.attribute().component();
        }
        return shape.id() instanceof Id.Embedded embedded
                ? embedded.attribute().component()
                : Naming.free("id", shape.taken());
    }

    private MethodSpec.Builder manager(String name, TypeName returned) {
        MethodSpec.Builder method = method(name, returned).addParameter(RuntimeTypes.ENTITY_MANAGER, "entityManager");
        if (shape.rootSnapshot().isPresent()) {
            method.addAnnotation(Override.class);
        }
        return method;
    }

    private MethodSpec.Builder method(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(shape.instanceModifiers())
                .returns(returned);
    }
}
