package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The names and types of an entity's keys, as the classes generated for it share them. */
final class KeyConstants {
    private final Map<Key, String> names = new LinkedHashMap<>();

    KeyConstants(CachedEntity entity) {
        entity.keys().forEach(key -> names.put(key, Naming.free(Naming.constant(key.name()), taken())));
    }

    /** The names of all constants of the model. */
    List<String> taken() {
        List<String> taken = new ArrayList<>(List.of("ID", "MODEL", "PROJECTION", "SUBTYPES"));
        taken.addAll(names.values());
        return taken;
    }

    /** The constant that describes a key. */
    String of(Key key) {
        return Objects.requireNonNull(names.get(key), key::name);
    }

    /** All constants, in the order of the keys. */
    List<CodeBlock> all() {
        return names.values().stream().map(name -> CodeBlock.of("$L", name)).toList();
    }

    /** The type that stands for a key's value in collections: boxed, or the record of a composite key. */
    static TypeName type(Key key) {
        return key.composite()
                .<TypeName>map(composite -> composite)
                .orElseGet(() -> key.parts().get(0).attribute().type().box());
    }

    /** The generated getter. */
    static String getter(Key key) {
        return (key.unique() ? "getBy" : "listBy") + key.suffix();
    }
}
