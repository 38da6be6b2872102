package io.turnkey.processor.write;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import javax.lang.model.element.Modifier;

/** Writes the typed cache of an entity. */
final class CacheWriter {
    private final CachedEntity entity;

    CacheWriter(CachedEntity entity) {
        this.entity = entity;
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
        if (entity.entity().simpleName().equals("Builder")) {
            // EntityCache has a nested class of this name, which the cache inherits.
            type.alwaysQualify("Builder");
        }
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
}
