package io.turnkey.processor.registry;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the annotations by which generated classes are known. What was generated for a class that is gone does not count. */
final class Markers {
    static final String MODEL = "io.turnkey.spi.GeneratedModel";
    static final String SUBTYPE = "io.turnkey.spi.GeneratedSubtype";
    static final String REGISTRY = "io.turnkey.spi.GeneratedRegistry";
    static final String CACHEABLE = "io.turnkey.annotation.Cacheable";
    static final String PLACE = "io.turnkey.annotation.CacheRegistry";

    private final Elements elements;

    Markers(Elements elements) {
        this.elements = elements;
    }

    /** The model that a generated class describes; empty if its entity is gone, or is cached no more. */
    Optional<ListedModel> model(String name) {
        TypeElement type = elements.getTypeElement(name);
        return mirror(type, MODEL)
                .flatMap(mirror -> classOf(mirror, "entity")
                        .filter(entity -> mirror(entity, CACHEABLE).isPresent())
                        .flatMap(entity -> classOf(mirror, "cache")
                                .map(cache -> new ListedModel(
                                        type,
                                        entity,
                                        String.valueOf(value(mirror, "name").orElse("")),
                                        ClassName.get(cache),
                                        type.getModifiers().contains(Modifier.PUBLIC)))));
    }

    /** The class of a hierarchy that a generated class describes; empty if it or its root is gone, or is cached no more. */
    Optional<ListedSubtype> subtype(String name) {
        TypeElement type = elements.getTypeElement(name);
        return mirror(type, SUBTYPE)
                .flatMap(mirror -> classOf(mirror, "root")
                        .filter(root -> mirror(root, CACHEABLE).isPresent())
                        .filter(root -> classOf(mirror, "entity").isPresent())
                        .map(root -> new ListedSubtype(type, root)));
    }

    /** The names of the models that a generated registry lists; empty if {@code registry} is none. */
    Optional<List<String>> models(String registry) {
        return mirror(elements.getTypeElement(registry), REGISTRY)
                .flatMap(mirror -> value(mirror, "models"))
                .map(values -> ((List<?>) values)
                        .stream()
                                .map(each -> String.valueOf(((AnnotationValue) each).getValue()))
                                .toList());
    }

    /** Whether a package, compiled now or before, carries {@code @CacheRegistry} or holds a class that does. */
    boolean isPlace(String packageName) {
        PackageElement place = elements.getPackageElement(packageName);
        return place != null
                && (mirror(place, PLACE).isPresent()
                        || place.getEnclosedElements().stream()
                                .anyMatch(type -> mirror(type, PLACE).isPresent()));
    }

    private static Optional<? extends AnnotationMirror> mirror(@Nullable Element element, String annotation) {
        return element == null
                ? Optional.empty()
                : element.getAnnotationMirrors().stream()
                        .filter(mirror -> ((TypeElement)
                                        mirror.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals(annotation))
                        .findFirst();
    }

    private static Optional<TypeElement> classOf(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .filter(value -> value instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED)
                .map(value -> (TypeElement) ((DeclaredType) value).asElement());
    }

    private static Optional<Object> value(AnnotationMirror mirror, String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue().getValue());
            }
        }
        return Optional.empty();
    }
}
