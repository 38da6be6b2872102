package io.turnkey.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent attribute as JPA finds it.
 *
 * @param level the class that declares it
 * @param type its type, with the type parameters of a generic superclass replaced
 * @param mapped its field or getter, whichever JPA reads annotations from
 * @param field its field, if it has one in the same class
 * @param getter its getter, if it has one in the same class
 */
record Member(
        String name,
        Level level,
        TypeMirror type,
        Element mapped,
        Optional<VariableElement> field,
        Optional<ExecutableElement> getter) {

    TypeElement owner() {
        return level.element();
    }

    /** Whether JPA reads it through its getter. */
    boolean isProperty() {
        return mapped instanceof ExecutableElement;
    }

    /** One of JPA's annotations. */
    Optional<Mirror> mapping(String annotation) {
        return Mirror.find(mapped, annotation);
    }

    boolean has(String... annotations) {
        return Mirror.isOn(mapped, annotations);
    }

    /** An annotation that may stand on the field or on the getter, whatever JPA's access is. */
    Optional<Mirror> marker(String annotation) {
        return elements().stream()
                .flatMap(element -> Mirror.find(element, annotation).stream())
                .findFirst();
    }

    /** The field and the getter, as far as there are any. */
    List<Element> elements() {
        return Stream.<Optional<? extends Element>>of(field, getter)
                .<Element>flatMap(Optional::stream)
                .toList();
    }
}
