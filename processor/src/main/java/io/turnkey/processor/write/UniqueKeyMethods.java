package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import java.util.Map;
import java.util.Optional;

/** The typed operations of a unique key. */
final class UniqueKeyMethods {
    private final KeyMethods methods;
    private final String suffix;
    private final TypeName found;
    private final TypeName foundMany;

    UniqueKeyMethods(CachedEntity entity, Key key) {
        ClassName snapshot = entity.names().snapshot();
        this.methods = new KeyMethods(entity, key);
        this.suffix = key.suffix();
        this.found = ParameterizedTypeName.get(ClassName.get(Optional.class), snapshot);
        this.foundMany = ParameterizedTypeName.get(ClassName.get(Map.class), KeyConstants.type(key), snapshot);
    }

    void addTo(TypeSpec.Builder type) {
        CodeBlock link = methods.link();
        type.addMethod(methods.one(
                        "getBy" + suffix,
                        found,
                        "get",
                        CodeBlock.of("The row with this $L, from memory or else from the database.", link)))
                .addMethod(methods.many(
                        "getManyBy" + suffix,
                        foundMany,
                        "getMany",
                        CodeBlock.of(
                                "The rows with these values of $L, in their order, without those that do not exist.",
                                link)))
                .addMethod(methods.one(
                        "peekBy" + suffix,
                        found,
                        "peek",
                        CodeBlock.of("The row with this $L if it is in memory; never reads the database.", link)))
                .addMethod(methods.one(
                        "isCachedBy" + suffix,
                        TypeName.BOOLEAN,
                        "isCached",
                        CodeBlock.of("Whether the row with this $L is in memory.", link)))
                .addMethod(methods.one(
                        "invalidateBy" + suffix,
                        TypeName.VOID,
                        "invalidate",
                        CodeBlock.of("""
                                Drops the row with this $L, whether or not it is in memory. If this value is not, the database is asked for the row's id,
                                since the row may be in memory with another value.

                                @throws $T if the database is asked and fails""", link, RuntimeTypes.CACHE_LOAD_EXCEPTION)))
                .addMethod(methods.clear());
    }
}
