package io.turnkey.processor.write;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code of}: the snapshot of an entity that is in memory. */
final class EntityMethods {
    private final SnapshotShape shape;
    private final String entity;

    EntityMethods(SnapshotShape shape) {
        this.shape = shape;
        this.entity = Naming.variable(shape.entity(), List.of());
    }

    MethodSpec of(HiddenFields hidden) {
        MethodSpec.Builder method = builder();
        String receiver = entity;
        if (FromEntity.isDirect(shape.attributes())) {
            receiver = Naming.free("real", List.of(entity));
            method.addStatement("$T $L = $T.unproxy($L)", shape.entity(), receiver, RuntimeTypes.CACHES, entity);
        }
        new FromEntity(receiver, shape.attributes(), hidden).addTo(method, shape.snapshot());
        return method.build();
    }

    MethodSpec ofHierarchy() {
        return builder()
                .addStatement("return $T.SUBTYPES.of($L)", shape.model(), entity)
                .build();
    }

    private MethodSpec.Builder builder() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("The snapshot of an entity that is in memory.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(shape.snapshot())
                .addParameter(shape.entity(), entity);
    }
}
