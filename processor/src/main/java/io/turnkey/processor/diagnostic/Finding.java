package io.turnkey.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * One message and where it belongs.
 *
 * @param annotation the annotation of {@code element}, or {@code null} for the element itself
 * @param value the value of {@code annotation}, or {@code null} for the annotation itself
 */
record Finding(
        Code code,
        String message,
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** Prints it at its place, or at {@code subject} if the place is in another class: a compiler cannot point into a class file. */
    void print(Messager messager, Element subject) {
        if (!isInside(element, subject)) {
            messager.printMessage(code.kind(), message + " (found in " + describe(element) + ")", subject);
        } else if (annotation == null) {
            messager.printMessage(code.kind(), message, element);
        } else if (value == null) {
            messager.printMessage(code.kind(), message, element, annotation);
        } else {
            messager.printMessage(code.kind(), message, element, annotation, value);
        }
    }

    private static boolean isInside(Element element, Element subject) {
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            if (each.equals(subject)) {
                return true;
            }
        }
        return false;
    }

    private static String describe(Element element) {
        Element owner = element.getEnclosingElement();
        boolean member = element.getKind().isField() || element.getKind() == ElementKind.METHOD;
        return owner != null && member
                ? owner.getSimpleName() + "." + element.getSimpleName()
                : element.getSimpleName().toString();
    }
}
