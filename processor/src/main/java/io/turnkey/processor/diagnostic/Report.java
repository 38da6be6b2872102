package io.turnkey.processor.diagnostic;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** What was found in one class, or in one compilation: collected, then printed once. */
public final class Report {
    private final Element subject;
    private final List<Finding> findings = new ArrayList<>();

    private Report(Element subject) {
        this.subject = subject;
    }

    /** A report about {@code subject}, the class that is compiled; what is found outside of it is printed there. */
    public static Report about(Element subject) {
        return new Report(subject);
    }

    /** Adds a message at an element. */
    public void add(Code code, Element element, Object... arguments) {
        add(code, element, null, null, arguments);
    }

    /** Adds a message at an annotation of an element. */
    public void addAt(Code code, Element element, AnnotationMirror annotation, Object... arguments) {
        add(code, element, annotation, null, arguments);
    }

    /** Adds a message at a value of an annotation of an element. */
    public void addAt(
            Code code, Element element, AnnotationMirror annotation, AnnotationValue value, Object... arguments) {
        add(code, element, annotation, value, arguments);
    }

    private void add(
            Code code,
            Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value,
            Object... arguments) {
        String message = code.message(arguments);
        boolean silenced =
                code.kind() != Kind.ERROR && (Suppression.covers(element, code) || Suppression.covers(subject, code));
        if (!silenced) {
            findings.add(new Finding(code, message, element, annotation, value));
        }
    }

    /** Adds an exception that nobody expected. */
    public void addInternal(RuntimeException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        add(Code.INTERNAL, subject, subject.getSimpleName(), trace);
    }

    /** Whether anything was found that forbids to generate code. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.code().kind() == Kind.ERROR);
    }

    /** Prints everything in the order in which it was found. */
    public void print(Messager messager) {
        findings.forEach(finding -> finding.print(messager, subject));
    }
}
