package io.turnkey.processor.registry;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The source of {@code GeneratedCaches}. */
final class Registry {
    private static final ClassName ANNOTATION = ClassName.get("io.turnkey.spi", "GeneratedRegistry");
    private static final ClassName INTERFACE = ClassName.get("io.turnkey", "CacheRegistry");
    private static final ClassName BUILDER = ClassName.get("io.turnkey", "CacheGroup", "Builder");
    private static final ClassName CACHES = ClassName.get("io.turnkey.spi", "Caches");

    private Registry() {}

    /**
     * A registry.
     *
     * @param index the models that it remembers, whether or not it can use them
     * @param listed the models that it opens
     */
    static TypeSpec.Builder of(ClassName name, List<ListedModel> index, List<ListedModel> listed) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("Every cache of this compilation:\n<ul>\n")
                .addJavadoc(listed.stream()
                        .map(model -> CodeBlock.of("<li>{@link $T}\n", model.cache()))
                        .collect(CodeBlock.joining("")))
                .addJavadoc("</ul>\n")
                .addAnnotation(annotation(index))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(INTERFACE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("For {@code ServiceLoader}; applications call {@link #all()}.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(all(listed))
                .addMethod(MethodSpec.methodBuilder("builder")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(BUILDER)
                        .addStatement("return all()")
                        .build());
    }

    private static AnnotationSpec annotation(List<ListedModel> index) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(ANNOTATION);
        index.forEach(model -> annotation.addMember("models", "$S", model.id()));
        return annotation.build();
    }

    private static MethodSpec all(List<ListedModel> listed) {
        CodeBlock definitions = listed.stream()
                .map(model -> CodeBlock.of("\n$T.DEFINITION", model.cache()))
                .collect(CodeBlock.joining(","));
        return MethodSpec.methodBuilder("all")
                .addJavadoc("A group of every cache of this compilation, not opened yet.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(BUILDER)
                .addCode("return $T.group($T.of($>$>$L$<$<));\n", CACHES, List.class, definitions)
                .build();
    }
}
