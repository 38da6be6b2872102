package io.turnkey.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The nested records of composite keys, which bulk operations take. */
final class KeyRecords {
    private KeyRecords() {}

    static void addTo(TypeSpec.Builder type, CachedEntity entity) {
        entity.keys().stream()
                .filter(key -> key.composite().isPresent())
                .forEach(key -> type.addType(record(key, entity)));
    }

    private static TypeSpec record(Key key, CachedEntity entity) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(Naming.className(KeyConstants.type(key)))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A value of the key $L.\n", Links.key(entity.entity(), key));
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        for (Key.Part part : key.parts()) {
            String name = Naming.parameter(part);
            TypeName component = part.attribute().type();
            constructor.addParameter(component, name);
            type.addJavadoc("\n@param $L $L", name, Links.part(entity.entity(), part));
            if (!component.isPrimitive()) {
                constructor.addStatement("$1T.requireNonNull($2L, $2S)", Objects.class, name);
            }
        }
        return type.addJavadoc("\n").recordConstructor(constructor.build()).build();
    }
}
