package io.turnkey.processor;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.read.Compilation;
import io.turnkey.processor.read.Unready;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Runs the rounds of a processor that handles one class at a time. A class that cannot be read yet is remembered by its name, since elements do not outlive a
 * round, and read again in the next one; whatever happens to a class, the others are handled.
 */
abstract class TypeProcessor extends AbstractProcessor {
    private final Function<Filer, Output> outputs;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> taken = new HashSet<>();
    private Optional<Compilation> compilation = Optional.empty();

    TypeProcessor(Function<Filer, Output> outputs) {
        this.outputs = outputs;
    }

    /** The classes of a round that are to be handled, by their qualified names. */
    abstract Set<String> found(Set<? extends TypeElement> annotations, RoundEnvironment round);

    /**
     * Reads one class and writes what is generated for it.
     *
     * @throws Unready if something of it is still to be generated
     */
    abstract void handle(TypeElement type, Compilation compilation, Report report);

    @Override
    public final SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = Optional.of(Compilation.of(environment));
    }

    /** Handles what a round brings and what earlier ones left. */
    final void run(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Compilation current = compilation.orElseThrow();
        current.lombok().nextRound();
        round.getRootElements().stream()
                .filter(TypeProcessor::isHandWritten)
                .forEach(root ->
                        taken.add(((TypeElement) root).getQualifiedName().toString()));
        Set<String> names = new LinkedHashSet<>(waiting);
        names.addAll(found(annotations, round));
        waiting.clear();
        for (String name : names) {
            TypeElement type = current.elements().getTypeElement(name);
            if (type != null) {
                handle(type, current, round.processingOver());
            }
        }
    }

    private static boolean isHandWritten(Element root) {
        return root instanceof TypeElement
                && root.getAnnotationMirrors().stream()
                        .noneMatch(mirror -> mirror.getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals("Generated"));
    }

    private void handle(TypeElement type, Compilation current, boolean last) {
        Report report = Report.about(type);
        try {
            handle(type, current, report);
        } catch (Unready unready) {
            if (!last) {
                waiting.add(type.getQualifiedName().toString());
                return;
            }
            report = Report.about(type);
            report.add(Code.UNRESOLVED_TYPE, type, type.getSimpleName(), unready.missing());
        } catch (RuntimeException failure) {
            report.addInternal(failure);
        }
        report.print(processingEnv.getMessager());
    }

    /** Where to write; empty if one of the classes exists already, which is then reported. */
    final Optional<Output> outputFor(TypeElement origin, Report report, List<ClassName> generated) {
        List<String> names = generated.stream().map(ClassName::canonicalName).toList();
        names.stream()
                .filter(taken::contains)
                .forEach(name -> report.add(Code.CLASS_NAME_COLLISION, origin, name, origin.getSimpleName()));
        taken.addAll(names);
        return report.hasErrors() ? Optional.empty() : Optional.of(output());
    }

    private Output output() {
        return outputs.apply(processingEnv.getFiler());
    }

    /** Whether some class has to be read again in the next round. */
    final boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Writes something for a class that was read, perhaps in an earlier round. */
    final void write(String name, BiConsumer<Output, TypeElement> writing) {
        TypeElement type = compilation.orElseThrow().elements().getTypeElement(name);
        try {
            writing.accept(output(), type);
        } catch (RuntimeException failure) {
            Report report = Report.about(type);
            report.addInternal(failure);
            report.print(processingEnv.getMessager());
        }
    }
}
