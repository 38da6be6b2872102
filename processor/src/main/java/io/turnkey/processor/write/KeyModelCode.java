package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The {@code KeyModel} of a key. */
final class KeyModelCode {
    private KeyModelCode() {}

    /** The initializer of the key's constant. */
    static CodeBlock of(Key key, ClassName snapshot, ClassName model) {
        return key.composite().isPresent()
                ? composite(key, model)
                : simple(
                        key.name(),
                        KeyConstants.getter(key),
                        key.unique(),
                        key.parts().get(0).attribute(),
                        snapshot,
                        model);
    }

    /** The model of a key that is one attribute. */
    static CodeBlock simple(
            String name, String getter, boolean unique, Attribute attribute, ClassName snapshot, ClassName model) {
        CodeBlock type = CodeBlock.of("$T.class", Naming.raw(attribute.type()).box());
        CodeBlock path = PathCode.leaves(attribute).get(0);
        CodeBlock of = CodeBlock.of("$T::$L", snapshot, attribute.component());
        CodeBlock copy = copy(attribute, model);
        return copy.isEmpty()
                ? CodeBlock.of(
                        "$T.$L($L)",
                        RuntimeTypes.KEY_MODEL,
                        unique ? "unique" : "listed",
                        Layout.lines(List.of(CodeBlock.of("$S", name), type, CodeBlock.of("$S", getter), path, of)))
                : CodeBlock.of(
                        "new $T<>($L)",
                        RuntimeTypes.KEY_MODEL,
                        Layout.lines(List.of(
                                CodeBlock.of("$S", name),
                                type,
                                CodeBlock.of("$L", unique),
                                CodeBlock.of("$S", getter),
                                Layout.list(List.of(path)),
                                of,
                                CodeBlock.of("$T::of", List.class),
                                copy)));
    }

    private static CodeBlock copy(Attribute attribute, ClassName model) {
        if (attribute instanceof Attribute.Basic basic && !basic.copying().equals(Copying.NONE)) {
            return CopyCode.of(CodeBlock.of("key"), basic.type(), basic.copying())
                    .map(copy -> CodeBlock.of("key -> $L", copy))
                    .orElseThrow();
        }
        return Embeddables.copied(attribute).isPresent()
                ? CodeBlock.of("$T::copy", model)
                : CodeBlock.builder().build();
    }

    private static CodeBlock composite(Key key, ClassName model) {
        List<CodeBlock> paths = key.parts().stream().map(KeyModelCode::path).toList();
        List<CodeBlock> values = key.parts().stream()
                .map(part -> CodeBlock.of("key.$L()", Naming.parameter(part)))
                .toList();
        return CodeBlock.of(
                "new $T<>($L)",
                RuntimeTypes.KEY_MODEL,
                Layout.lines(List.of(
                        CodeBlock.of("$S", key.name()),
                        CodeBlock.of("$T.class", KeyConstants.type(key)),
                        CodeBlock.of("$L", key.unique()),
                        CodeBlock.of("$S", KeyConstants.getter(key)),
                        Layout.list(paths),
                        CodeBlock.of("$T::$L", model, method(key)),
                        CodeBlock.of("key -> $L", Layout.list(values)),
                        compositeCopy(key, model))));
    }

    private static CodeBlock path(Key.Part part) {
        String path = part.path().stream().map(Attribute::name).collect(Collectors.joining("."));
        return part.attribute() instanceof Attribute.Reference ? PathCode.idOf(path) : PathCode.of(path);
    }

    private static CodeBlock compositeCopy(Key key, ClassName model) {
        if (key.parts().stream()
                .noneMatch(part -> Embeddables.copied(part.attribute()).isPresent())) {
            return IdModelCode.identity();
        }
        List<CodeBlock> copies = key.parts().stream()
                .map(part -> Embeddables.copied(part.attribute()).isPresent()
                        ? CodeBlock.of("$T.copy(key.$L())", model, Naming.parameter(part))
                        : CodeBlock.of("key.$L()", Naming.parameter(part)))
                .toList();
        return CodeBlock.of("key -> new $T($L)", KeyConstants.type(key), Layout.arguments(copies));
    }

    private static String method(Key key) {
        return Naming.uncapitalize(key.suffix()) + "Of";
    }

    /** The method that makes a composite key of a snapshot; {@code null} if one of its parts is null. */
    static MethodSpec ofSnapshot(Key key, ClassName snapshot) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(method(key))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.nullable(KeyConstants.type(key)))
                .addParameter(snapshot, "snapshot");
        List<String> checked = new ArrayList<>();
        List<CodeBlock> values = new ArrayList<>();
        for (Key.Part part : key.parts()) {
            String value = Naming.free(Naming.parameter(part), List.of("snapshot"));
            if (part.path().size() == 1 && part.attribute().type().isPrimitive()) {
                values.add(CodeBlock.of("snapshot.$L()", part.attribute().component()));
            } else {
                method.addStatement("$T $L = $L", part.attribute().type().box(), value, PartCode.of("snapshot", part));
                checked.add(value + " == null");
                values.add(CodeBlock.of("$L", value));
            }
        }
        CodeBlock made = CodeBlock.of("new $T($L)", KeyConstants.type(key), Layout.arguments(values));
        return (checked.isEmpty()
                        ? method.addCode("return $L;\n", made)
                        : method.addCode("return $L ? null : $L;\n", String.join(" || ", checked), made))
                .build();
    }
}
