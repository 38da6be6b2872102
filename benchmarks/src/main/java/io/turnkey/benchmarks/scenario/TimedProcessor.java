package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.paired.Clock;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A processor with a stopwatch. */
final class TimedProcessor implements Processor {
    private final Processor processor;
    private long nanos;

    TimedProcessor(Processor processor) {
        this.processor = processor;
    }

    /** The time spent in it so far. */
    long nanos() {
        return nanos;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        long begun = Clock.nanos();
        processor.init(environment);
        nanos += Clock.nanos() - begun;
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // as the one that is timed does
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        long begun = Clock.nanos();
        try {
            return processor.process(annotations, round);
        } finally {
            nanos += Clock.nanos() - begun;
        }
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return processor.getCompletions(element, annotation, member, userText);
    }
}
