package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What every cache has: its definition, indexes, constructor, and the ways to open it. */
final class CacheFrame {
    private final CachedEntity entity;
    private final ClassName cache;
    private final ClassName snapshot;
    private final TypeName id;
    private final KeyConstants constants;

    CacheFrame(CachedEntity entity) {
        this.entity = entity;
        this.cache = entity.names().cache();
        this.snapshot = entity.names().snapshot();
        this.id = entity.id().type();
        this.constants = new KeyConstants(entity);
    }

    void addTo(TypeSpec.Builder type) {
        type.addField(definition());
        entity.keys().forEach(key -> type.addField(index(key)));
        type.addMethod(constructor()).addMethod(open()).addMethod(builder()).addMethod(inMemory());
    }

    private FieldSpec definition() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.CACHE_DEFINITION, cache, snapshot, id),
                        "DEFINITION",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("What a group makes this cache of.\n")
                .initializer(
                        "new $T<>($L)",
                        RuntimeTypes.CACHE_DEFINITION,
                        Layout.lines(List.of(
                                CodeBlock.of("$T.class", cache),
                                CodeBlock.of("$T.MODEL", entity.names().model()),
                                CodeBlock.of("$T::new", cache))))
                .build();
    }

    private FieldSpec index(Key key) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                key.unique() ? RuntimeTypes.UNIQUE_INDEX : RuntimeTypes.LIST_INDEX,
                                KeyConstants.type(key),
                                snapshot),
                        indexOf(key),
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .build();
    }

    /** The field that holds a key's index. */
    static String indexOf(Key key) {
        return "by" + key.suffix();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("A cache on this engine.\n")
                .addModifiers(Modifier.PROTECTED)
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.CACHE_ENGINE, snapshot, id), "engine")
                .addStatement("super(engine)");
        entity.keys()
                .forEach(key -> constructor.addStatement(
                        "$L = engine.$L($T.$L)",
                        indexOf(key),
                        key.unique() ? "unique" : "list",
                        entity.names().model(),
                        constants.of(key)));
        return constructor.build();
    }

    private MethodSpec open() {
        return MethodSpec.methodBuilder("open")
                .addJavadoc("Opens this cache on its own, without a group.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(cache)
                .addParameter(RuntimeTypes.ENTITY_MANAGER_FACTORY, "entityManagerFactory")
                .addStatement("return builder().open(entityManagerFactory)")
                .build();
    }

    private MethodSpec builder() {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Configures this cache before it is opened on its own.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.CACHE_BUILDER, cache))
                .addStatement("return $T.single(DEFINITION)", RuntimeTypes.CACHES)
                .build();
    }

    private MethodSpec inMemory() {
        TypeName entities =
                ParameterizedTypeName.get(ClassName.get(Collection.class), WildcardTypeName.subtypeOf(entity.entity()));
        return MethodSpec.methodBuilder("inMemory")
                .addJavadoc("A cache of these entities, for tests: without database or threads.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(cache.nestedClass("InMemory"))
                .addParameter(entities, "entities")
                .addStatement(
                        "return new $T($T.inMemory($T.MODEL, entities))",
                        cache.nestedClass("InMemory"),
                        RuntimeTypes.CACHES,
                        entity.names().model())
                .build();
    }
}
