package io.turnkey.processor;

import com.google.auto.service.AutoService;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.read.Compilation;
import io.turnkey.processor.read.Names;
import io.turnkey.processor.read.SubtypeReader;
import io.turnkey.processor.write.SourceOutput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Generates the snapshot of each entity below a cached root. A processor of its own, since {@code @Entity} belongs to others and must not be claimed, and a
 * processor claims all of its annotations or none.
 */
@AutoService(Processor.class)
public final class SubtypeProcessor extends TypeProcessor {
    /** For the compiler. */
    public SubtypeProcessor() {
        this(SourceOutput::new);
    }

    SubtypeProcessor(Function<Filer, Output> outputs) {
        super(outputs);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Names.ENTITY);
    }

    /** Leaves the annotation to other processors. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        run(annotations, round);
        return false;
    }

    @Override
    Set<String> found(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> names = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            // Of types only: a misplaced one is the compiler's to report, and it does so after us.
            for (TypeElement entity : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                names.add(entity.getQualifiedName().toString());
            }
        }
        return names;
    }

    @Override
    void handle(TypeElement type, Compilation compilation, Report report) {
        new SubtypeReader(compilation)
                .read(type, report)
                .ifPresent(subtype -> outputFor(type, report, List.of(subtype.snapshot(), subtype.model()))
                        .ifPresent(output -> output.write(subtype, type)));
    }
}
