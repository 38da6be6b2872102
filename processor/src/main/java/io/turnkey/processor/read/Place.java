package io.turnkey.processor.read;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;

/** Where a key is declared: an annotation, or one value of it. */
record Place(Mirror annotation, Optional<AnnotationValue> value) {
    static Place of(Mirror annotation) {
        return new Place(annotation, Optional.empty());
    }

    void report(Report report, Code code, Object... arguments) {
        value.ifPresentOrElse(
                each -> report.addAt(code, annotation.element(), annotation.mirror(), each, arguments),
                () -> annotation.report(report, code, arguments));
    }
}
