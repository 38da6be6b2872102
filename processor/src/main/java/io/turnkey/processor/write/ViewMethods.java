package io.turnkey.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.View;

/** The accessors that a hand-written interface asks for under its own names; the records of a hierarchy inherit them from the root's snapshot. */
final class ViewMethods {
    private ViewMethods() {}

    static void addTo(TypeSpec.Builder type, SnapshotShape shape) {
        shape.view().filter(view -> shape.rootSnapshot().isEmpty()).ifPresent(view -> {
            type.addSuperinterface(view.type());
            view.accessors().forEach(accessor -> type.addMethod(method(accessor, shape)));
        });
    }

    private static MethodSpec method(View.Accessor accessor, SnapshotShape shape) {
        boolean required = shape.attributes().stream()
                .anyMatch(each -> each.component().equals(accessor.component()) && shape.isId(each));
        TypeName type = required ? accessor.type() : RuntimeTypes.nullable(accessor.type());
        return MethodSpec.methodBuilder(accessor.method())
                .addJavadoc("The same as {@link #$L()}.\n", accessor.component())
                .addAnnotation(Override.class)
                .addModifiers(shape.instanceModifiers())
                .returns(type)
                .addStatement("return $L()", accessor.component())
                .build();
    }
}
