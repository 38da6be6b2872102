package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import java.util.List;
import java.util.Map;

/** The typed operations of a key that many rows may share. */
final class ListKeyMethods {
    private final KeyMethods methods;
    private final String suffix;
    private final TypeName found;
    private final TypeName foundMany;

    ListKeyMethods(CachedEntity entity, Key key) {
        this.methods = new KeyMethods(entity, key);
        this.suffix = key.suffix();
        this.found = ParameterizedTypeName.get(
                ClassName.get(List.class), entity.names().snapshot());
        this.foundMany = ParameterizedTypeName.get(ClassName.get(Map.class), KeyConstants.type(key), found);
    }

    void addTo(TypeSpec.Builder type) {
        CodeBlock link = methods.link();
        type.addMethod(methods.one(
                        "listBy" + suffix,
                        found,
                        "list",
                        CodeBlock.of("Every row with this $L, complete, from memory or else from the database.", link)))
                .addMethod(methods.many(
                        "listManyBy" + suffix,
                        foundMany,
                        "listMany",
                        CodeBlock.of("The rows with these values of $L, a list for each.", link)))
                .addMethod(methods.one(
                        "isCachedBy" + suffix,
                        TypeName.BOOLEAN,
                        "isCached",
                        CodeBlock.of("Whether the list of this $L is in memory.", link)))
                .addMethod(methods.one(
                        "invalidateBy" + suffix,
                        TypeName.VOID,
                        "invalidate",
                        CodeBlock.of("Drops the rows with this $L, and with them every list of the model.", link)))
                .addMethod(methods.clear());
    }
}
