package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedSubtype;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the description of a concrete class of a hierarchy. */
final class SubtypeWriter {
    private final CachedSubtype subtype;
    private final HiddenFields hidden = new HiddenFields(List.of("SUBTYPE", "PROJECTION"));

    SubtypeWriter(CachedSubtype subtype) {
        this.subtype = subtype;
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(subtype.model())
                .addJavadoc("What the runtime knows of {@link $T}.\n", subtype.entity())
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED_SUBTYPE)
                        .addMember("root", "$T.class", subtype.root())
                        .addMember("entity", "$T.class", subtype.entity())
                        .build())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecation.silenceWithIds(type, subtype.attributes());
        if (subtype.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        ProjectionCode projection =
                ProjectionCode.of(subtype.model(), subtype.entity(), subtype.snapshot(), subtype.attributes());
        type.addMethod(projection.read());
        new Composites(subtype.model(), subtype.snapshot(), hidden)
                .addTo(type, subtype.attributes(), projection.read());
        new IdCopies(hidden).addCopiesTo(type, subtype.attributes());
        hidden.declareIn(type);
        return type.addField(projection.constant()).addField(constant());
    }

    /** Public, since the root may be in another package. */
    private FieldSpec constant() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.SUBTYPE, subtype.entity(), subtype.snapshot()),
                        "SUBTYPE",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("How rows of this class become snapshots.\n")
                .initializer(
                        "new $T<>($T.class, PROJECTION, $T::of, $T::shape)",
                        RuntimeTypes.SUBTYPE,
                        subtype.entity(),
                        subtype.snapshot(),
                        subtype.model())
                .build();
    }
}
