package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Key;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Makes the methods of one key, each of which hands a call to the key's index. */
final class KeyMethods {
    private final CachedEntity entity;
    private final Key key;

    KeyMethods(CachedEntity entity, Key key) {
        this.entity = entity;
        this.key = key;
    }

    /** The attributes of the key, for Javadoc. */
    CodeBlock link() {
        return Links.key(entity.entity(), key);
    }

    /** A method whose parameters are the parts of the key. */
    MethodSpec one(String name, TypeName returned, String operation, CodeBlock documentation) {
        MethodSpec.Builder method = method(name, returned, documentation);
        key.parts().forEach(part -> method.addParameter(part.attribute().type(), Naming.parameter(part)));
        return delegating(method, returned, operation, value());
    }

    /** A method that takes many keys. */
    MethodSpec many(String name, TypeName returned, String operation, CodeBlock documentation) {
        TypeName keys = ParameterizedTypeName.get(ClassName.get(Collection.class), KeyConstants.type(key));
        MethodSpec.Builder method = method(name, returned, documentation)
                .addParameter(ParameterSpec.builder(keys, "keys").build());
        return delegating(method, returned, operation, CodeBlock.of("keys"));
    }

    /** The method that drops the index. */
    MethodSpec clear() {
        CodeBlock documentation = CodeBlock.of(
                "Drops the index by $L from this memory; the rows stay reachable by id and other keys.", link());
        return delegating(
                method("clear" + key.suffix() + "Index", TypeName.VOID, documentation),
                TypeName.VOID,
                "clear",
                CodeBlock.of(""));
    }

    private static MethodSpec.Builder method(String name, TypeName returned, CodeBlock documentation) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L\n", documentation)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }

    private MethodSpec delegating(MethodSpec.Builder method, TypeName returned, String operation, CodeBlock arguments) {
        return method.addStatement(
                        "$L$L.$L($L)",
                        returned.equals(TypeName.VOID) ? "" : "return ",
                        CacheFrame.indexOf(key),
                        operation,
                        arguments)
                .build();
    }

    private CodeBlock value() {
        List<CodeBlock> names = key.parts().stream()
                .map(part -> CodeBlock.of("$L", Naming.parameter(part)))
                .toList();
        return key.composite().isPresent()
                ? CodeBlock.of("new $T($L)", KeyConstants.type(key), CodeBlock.join(names, ", "))
                : names.get(0);
    }
}
