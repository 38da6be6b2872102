package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import java.util.stream.Stream;

/** Silences the compiler where generated code uses an attribute that is deprecated, as its component then is too. */
final class Deprecation {
    private static final ClassName DEPRECATED = ClassName.get(Deprecated.class);

    private Deprecation() {}

    /** Annotates a class that uses these attributes, if one of them is deprecated. */
    static void silence(TypeSpec.Builder type, List<Attribute> attributes) {
        silence(
                type,
                Stream.concat(
                        attributes.stream(),
                        Embeddables.all(attributes).flatMap(embeddable -> embeddable.attributes().stream())));
    }

    /** Annotates a class that uses these attributes, and those of embeddable ids too. */
    static void silenceWithIds(TypeSpec.Builder type, List<Attribute> attributes) {
        silence(type, Embeddables.withIds(attributes));
    }

    private static void silence(TypeSpec.Builder type, Stream<Attribute> attributes) {
        List<AnnotationSpec> found = attributes
                .flatMap(attribute -> attribute.common().annotations().stream())
                .filter(annotation -> annotation.type().equals(DEPRECATED))
                .toList();
        if (!found.isEmpty()) {
            AnnotationSpec.Builder warnings =
                    AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S", "deprecation");
            if (found.stream().anyMatch(Deprecation::isForRemoval)) {
                warnings.addMember("value", "$S", "removal");
            }
            type.addAnnotation(warnings.build());
        }
    }

    private static boolean isForRemoval(AnnotationSpec annotation) {
        return annotation.members().getOrDefault("forRemoval", List.of()).contains(CodeBlock.of("$L", true));
    }
}
