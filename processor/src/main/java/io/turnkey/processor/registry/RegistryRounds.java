package io.turnkey.processor.registry;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The rounds of one compilation. The registry is written in the first round that has models and brings no entity any more: what is written in the last round could
 * not be used by code that is compiled with it. Between rounds classes are remembered by their names, since elements do not outlive a round.
 */
final class RegistryRounds {
    private final Elements elements;
    private final Messager messager;
    private final Markers markers;
    private final ToldPlace told;
    private final RegistryFile registry;
    private final SubtypeFiles hierarchies;
    private final Set<String> models = new LinkedHashSet<>();
    private final Set<String> subtypes = new LinkedHashSet<>();
    private Optional<ClassName> written = Optional.empty();
    private boolean done;

    RegistryRounds(ProcessingEnvironment environment) {
        ClassOutput output = new ClassOutput(environment.getFiler());
        this.elements = environment.getElementUtils();
        this.messager = environment.getMessager();
        this.markers = new Markers(elements);
        this.told = new ToldPlace(elements, messager, environment.getOptions().get(ToldPlace.OPTION));
        this.registry = new RegistryFile(environment, markers, output);
        this.hierarchies = new SubtypeFiles(elements, markers, output);
    }

    /** Takes what a round brings, and writes what is complete. */
    void next(RoundEnvironment round) {
        told.collect(annotated(round, Markers.PLACE));
        subtypes.addAll(names(annotated(round, Markers.SUBTYPE)));
        Set<String> found = names(annotated(round, Markers.MODEL));
        if (done) {
            found.forEach(this::refuse);
        }
        models.addAll(found);
        boolean quiet = annotated(round, Markers.CACHEABLE).isEmpty();
        if (!done && !models.isEmpty() && (quiet || round.processingOver())) {
            written = registry.write(listed(), told.packageName());
            done = true;
        }
        if (round.processingOver() && !round.errorRaised()) {
            writeHierarchies();
        }
    }

    private Set<? extends Element> annotated(RoundEnvironment round, String annotation) {
        TypeElement type = elements.getTypeElement(annotation);
        return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    }

    private static Set<String> names(Set<? extends Element> types) {
        Set<String> names = new LinkedHashSet<>();
        types.forEach(type -> names.add(((TypeElement) type).getQualifiedName().toString()));
        return names;
    }

    private List<ListedModel> listed() {
        return models.stream().flatMap(name -> markers.model(name).stream()).toList();
    }

    private void refuse(String name) {
        markers.model(name).ifPresent(model -> {
            Report report = Report.about(model.entity());
            report.add(
                    Code.AFTER_REGISTRY,
                    model.entity(),
                    model.entity().getSimpleName(),
                    written.map(ClassName::canonicalName).orElse("GeneratedCaches"));
            report.print(messager);
        });
    }

    private void writeHierarchies() {
        TreeMap<String, ListedModel> all = new TreeMap<>();
        registry.known().forEach(model -> all.put(model.id(), model));
        listed().forEach(model -> all.put(model.id(), model));
        hierarchies.write(
                subtypes.stream()
                        .flatMap(name -> markers.subtype(name).stream())
                        .toList(),
                all.values());
    }
}
