package io.turnkey.processor.read;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** An annotation, read from its mirror, and the element that carries it. */
record Mirror(Element element, AnnotationMirror mirror) {
    /** The annotation called {@code type} on an element. */
    static Optional<Mirror> find(Element element, String type) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).equals(type)) {
                return Optional.of(new Mirror(element, mirror));
            }
        }
        return Optional.empty();
    }

    /** Whether an element carries one of these annotations. */
    static boolean isOn(Element element, String... types) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (List.of(types).contains(nameOf(mirror))) {
                return true;
            }
        }
        return false;
    }

    /** All annotations of an element. */
    static List<Mirror> all(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> new Mirror(element, mirror))
                .toList();
    }

    /** The annotation's qualified name. */
    String type() {
        return nameOf(mirror);
    }

    TypeElement declaration() {
        return declarationOf(mirror);
    }

    private static String nameOf(AnnotationMirror mirror) {
        return declarationOf(mirror).getQualifiedName().toString();
    }

    private static TypeElement declarationOf(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    /** A member that is written in the source. */
    Optional<AnnotationValue> explicit(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    String text(String member) {
        return String.valueOf(value(member));
    }

    boolean flag(String member) {
        return value(member).equals(true);
    }

    /** The values of a member that is an array. */
    List<AnnotationValue> list(String member) {
        return value(member) instanceof List<?> values
                ? values.stream().map(AnnotationValue.class::cast).toList()
                : List.of();
    }

    List<String> texts(String member) {
        return list(member).stream()
                .map(each -> String.valueOf(each.getValue()))
                .toList();
    }

    /** The annotations of a member that is an array of them. */
    List<Mirror> nested(String member) {
        return list(member).stream()
                .map(each -> new Mirror(element, (AnnotationMirror) each.getValue()))
                .toList();
    }

    /**
     * The class of a member; empty for {@code void}.
     *
     * @throws Unready if there is no such class
     */
    Optional<TypeMirror> classOf(String member) {
        if (!(value(member) instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
            throw Unready.type("of '" + member + "' in @" + declaration().getSimpleName());
        }
        return type.getKind() == TypeKind.VOID ? Optional.empty() : Optional.of(type);
    }

    Object value(String member) {
        return explicit(member)
                .or(() -> defaultOf(member))
                .orElseThrow(() -> new IllegalStateException(type() + " has no member " + member))
                .getValue();
    }

    /** What a member is if it is not written. */
    Optional<AnnotationValue> defaultOf(String member) {
        return ElementFilter.methodsIn(declaration().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(member))
                .findFirst()
                .map(ExecutableElement::getDefaultValue);
    }

    /** Reports at the annotation. */
    void report(Report report, Code code, Object... arguments) {
        report.addAt(code, element, mirror, arguments);
    }

    /** Reports at a member, or at the annotation if the member is not written. */
    void reportMember(Report report, Code code, String member, Object... arguments) {
        explicit(member)
                .ifPresentOrElse(
                        value -> report.addAt(code, element, mirror, value, arguments),
                        () -> report(report, code, arguments));
    }
}
