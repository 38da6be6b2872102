package io.turnkey.processor.registry;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Lists what {@link io.turnkey.processor.CacheProcessor} generates. Keyed on the generated classes, since that one claims the annotations of the entities and the
 * compiler hands those to nobody else.
 */
@AutoService(Processor.class)
@SupportedOptions(ToldPlace.OPTION)
public final class RegistryProcessor extends AbstractProcessor {
    private Optional<RegistryRounds> rounds = Optional.empty();

    /** For the compiler. */
    public RegistryProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Markers.MODEL, Markers.SUBTYPE, Markers.REGISTRY, Markers.PLACE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        rounds = Optional.of(new RegistryRounds(environment));
    }

    /** Claims the annotations: a compiler that is told to warn of all would complain of unclaimed ones. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        rounds.orElseThrow().next(round);
        return true;
    }
}
