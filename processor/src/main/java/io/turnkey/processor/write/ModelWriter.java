package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Id;
import io.turnkey.processor.model.Key;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the description of an entity: what the runtime must know of it. */
final class ModelWriter {
    private final CachedEntity entity;
    private final ClassName snapshot;
    private final ClassName model;
    private final TypeName idType;
    private final KeyConstants constants;
    private final HiddenFields hidden;
    private final List<FieldSpec> fields = new ArrayList<>();

    ModelWriter(CachedEntity entity) {
        this.entity = entity;
        this.snapshot = entity.names().snapshot();
        this.model = entity.names().model();
        this.idType = entity.id().type();
        this.constants = new KeyConstants(entity);
        this.hidden = new HiddenFields(constants.taken());
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(model)
                .addJavadoc("What the runtime knows of {@link $T}.\n", entity.entity())
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED_MODEL)
                        .addMember("name", "$S", entity.name())
                        .addMember("entity", "$T.class", entity.entity())
                        .addMember("cache", "$T.class", entity.names().cache())
                        .build())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecation.silenceWithIds(type, entity.attributes());
        if (entity.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        addKeys(type);
        addReading(type);
        fields.add(model());
        addIds(type);
        hidden.declareIn(type);
        return type.addFields(fields);
    }

    private void addKeys(TypeSpec.Builder type) {
        String accessor = IdMethods.accessor(SnapshotShape.of(entity));
        fields.add(key(idType, "ID", new IdModelCode(model, snapshot, accessor, hidden).of(entity.id())));
        for (Key key : entity.keys()) {
            fields.add(key(KeyConstants.type(key), constants.of(key), KeyModelCode.of(key, snapshot, model)));
            if (key.composite().isPresent()) {
                type.addMethod(KeyModelCode.ofSnapshot(key, snapshot));
            }
        }
    }

    private FieldSpec key(TypeName key, String name, CodeBlock initializer) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.KEY_MODEL, snapshot, key),
                        name,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(initializer)
                .build();
    }

    private void addReading(TypeSpec.Builder type) {
        if (entity.hierarchy()) {
            fields.add(FieldSpec.builder(
                            ParameterizedTypeName.get(RuntimeTypes.SUBTYPES, entity.entity(), snapshot),
                            "SUBTYPES",
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer(
                            "new $T<>($T.class, $T.lookup())",
                            RuntimeTypes.SUBTYPES,
                            entity.entity(),
                            MethodHandles.class)
                    .build());
        } else {
            ProjectionCode projection = ProjectionCode.of(model, entity.entity(), snapshot, entity.attributes());
            fields.add(projection.constant());
            type.addMethod(projection.read());
            new Composites(model, snapshot, hidden).addTo(type, entity.attributes(), projection.read());
        }
    }

    private FieldSpec model() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T$>$>\n.<$T, $T, $T>builder($L, $S, $T.class, $T.class)",
                        RuntimeTypes.ENTITY_MODEL,
                        entity.entity(),
                        snapshot,
                        idType,
                        RuntimeTypes.CONTRACT_LEVEL,
                        entity.name(),
                        entity.entity(),
                        snapshot);
        if (!entity.options().isEmpty()) {
            code.add("\n.options($L)", OptionsCode.of(entity.options()));
        }
        code.add("\n.id(ID)");
        if (!entity.keys().isEmpty()) {
            code.add("\n.keys($L)", Layout.list(constants.all()));
        }
        code.add(
                entity.hierarchy()
                        ? CodeBlock.of(
                                "\n.projections(SUBTYPES::projections)\n.shapes(SUBTYPES::shapes)\n.of(SUBTYPES::of)")
                        : CodeBlock.of("\n.projection(PROJECTION)\n.shape($T::shape)\n.of($T::of)", model, snapshot));
        if (entity.id() instanceof Id.OfClass) {
            code.add("\n.idShape($T::idShape)", model);
        }
        entity.version().ifPresent(version -> code.add("\n.version($T::$L)", snapshot, version));
        entity.updatedAt().ifPresent(path -> code.add("\n.updatedAt($S)", path));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.ENTITY_MODEL, entity.entity(), snapshot, idType),
                        "MODEL",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(code.add("\n.build()$<$<").build())
                .build();
    }

    private void addIds(TypeSpec.Builder type) {
        IdCopies copies = new IdCopies(hidden);
        copies.addCopiesTo(type, entity.attributes());
        if (entity.id() instanceof Id.OfClass id) {
            copies.addIdClassTo(type, id, snapshot);
            new IdShapeCode(model, hidden).addTo(type, id);
        }
    }
}
