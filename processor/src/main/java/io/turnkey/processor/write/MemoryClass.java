package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class {@code InMemory}, for users' own tests. */
final class MemoryClass {
    private MemoryClass() {}

    static TypeSpec of(CachedEntity entity) {
        ClassName cache = entity.names().cache();
        ClassName snapshot = entity.names().snapshot();
        TypeName id = entity.id().type();
        TypeName engine = ParameterizedTypeName.get(RuntimeTypes.MEMORY_ENGINE, snapshot, id);
        String parameter = Naming.variable(entity.entity(), List.of());
        return TypeSpec.classBuilder("InMemory")
                .addJavadoc("A {@link $T} whose rows are given instead of read from a database.\n", cache)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(cache)
                .addField(FieldSpec.builder(engine, "engine", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(engine, "engine")
                        .addStatement("super(engine)")
                        .addStatement("this.engine = engine")
                        .build())
                .addMethod(MethodSpec.methodBuilder("put")
                        .addJavadoc("Inserts the row, or replaces the one with the same id.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(entity.entity(), parameter)
                        .addStatement("engine.put($T.of($L))", snapshot, parameter)
                        .build())
                .addMethod(MethodSpec.methodBuilder("remove")
                        .addJavadoc("Deletes the row and answers whether there was one.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.BOOLEAN)
                        .addParameter(id, "id")
                        .addStatement("return engine.remove(id)")
                        .build())
                .build();
    }
}
