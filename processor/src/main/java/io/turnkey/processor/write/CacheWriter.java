package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import javax.lang.model.element.Modifier;

/** Writes the typed cache of an entity. */
final class CacheWriter {
    private final CachedEntity entity;

    CacheWriter(CachedEntity entity) {
        this.entity = entity.entity().simpleName().equals("Builder") ? qualified(entity) : entity;
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(entity.names().cache())
                .addJavadoc(
                        "The cache of {@link $T}: snapshots of its rows, found by id and by every key.\n",
                        entity.entity())
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.GENERATED_CACHE,
                        entity.names().snapshot(),
                        entity.id().type()));
        if (entity.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        new CacheFrame(entity).addTo(type);
        for (Key key : entity.keys()) {
            if (key.unique()) {
                new UniqueKeyMethods(entity, key).addTo(type);
            } else {
                new ListKeyMethods(entity, key).addTo(type);
            }
        }
        KeyRecords.addTo(type, entity);
        type.addType(MemoryClass.of(entity));
        return type;
    }

    /** The cache inherits a nested class called {@code Builder}, so that an entity of this name needs its full name. */
    private static CachedEntity qualified(CachedEntity entity) {
        return new CachedEntity(
                entity.name(),
                ClassName.get("", entity.entity().canonicalName()),
                entity.names(),
                entity.isPublic(),
                entity.options(),
                entity.id(),
                entity.attributes(),
                entity.keys(),
                entity.version(),
                entity.updatedAt(),
                entity.view(),
                entity.hierarchy(),
                entity.mergeable());
    }
}
