package io.turnkey.processor.diagnostic;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** {@code @SuppressWarnings("turnkey")}, or with a code, on an element or around it. */
final class Suppression {
    private Suppression() {}

    static boolean covers(Element element, Code code) {
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            for (AnnotationMirror mirror : each.getAnnotationMirrors()) {
                if (suppresses(mirror, code)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean suppresses(AnnotationMirror mirror, Code code) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        if (!type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")) {
            return false;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (names(entry.getValue().getValue(), code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Object value, Code code) {
        if (value instanceof List<?> values) {
            return values.stream().anyMatch(each -> each instanceof AnnotationValue one && names(one.getValue(), code));
        }
        return value.equals("turnkey") || value.equals(code.id());
    }
}
