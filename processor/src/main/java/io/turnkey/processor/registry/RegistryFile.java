package io.turnkey.processor.registry;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.write.SourceFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Writes {@code GeneratedCaches}: the models of this compilation, and those that the registry of an earlier one lists. */
final class RegistryFile {
    private static final String SERVICE = "META-INF/services/io.turnkey.CacheRegistry";

    private final Markers markers;
    private final ClassOutput output;
    private final Place place;
    private final SourceFiles files;
    private final Messager messager;
    private final Optional<ClassName> previous;

    RegistryFile(ProcessingEnvironment environment, Markers markers, ClassOutput output) {
        this.markers = markers;
        this.output = output;
        this.place = new Place(environment.getElementUtils(), output, markers);
        this.files = new SourceFiles(environment.getFiler(), RegistryProcessor.class.getName());
        this.messager = environment.getMessager();
        this.previous = output.lines(SERVICE).stream()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .map(line -> className(line.strip()));
    }

    private static ClassName className(String name) {
        int dot = name.lastIndexOf('.');
        return ClassName.get(name.substring(0, Math.max(dot, 0)), name.substring(dot + 1));
    }

    /** The models that the registry of an earlier compilation lists, without those that are gone. */
    List<ListedModel> known() {
        return previous.flatMap(registry -> markers.models(registry.canonicalName())).orElseGet(List::of).stream()
                .flatMap(name -> markers.model(name).stream())
                .toList();
    }

    /**
     * Writes the registry.
     *
     * @param found the models generated now
     * @param told the package that the user named
     * @return the registry's class; empty if it could not be written, which is then reported
     */
    Optional<ClassName> write(List<ListedModel> found, Optional<String> told) {
        Map<String, ListedModel> models = new TreeMap<>();
        known().forEach(model -> models.put(model.id(), model));
        found.forEach(model -> models.put(model.id(), model));
        Map<String, Report> reports = new TreeMap<>();
        found.forEach(model -> reports.put(model.id(), Report.about(model.entity())));
        List<ListedModel> index = List.copyOf(models.values());
        Optional<ClassName> name = place(index, found, told, reports);
        name.ifPresent(registry -> {
            List<ListedModel> listed = listed(index, registry, reports);
            checkNames(listed, reports);
            Collection<TypeElement> origins =
                    found.stream().map(ListedModel::type).toList();
            files.write(registry, Registry.of(registry, index, listed), origins);
            output.write(SERVICE, List.of(registry.canonicalName()), origins);
        });
        reports.values().forEach(each -> each.print(messager));
        return name;
    }

    /** An error about the place stands on the first entity. */
    private Optional<ClassName> place(
            List<ListedModel> index, List<ListedModel> found, Optional<String> told, Map<String, Report> reports) {
        ListedModel first =
                found.stream().min(Comparator.comparing(ListedModel::id)).orElseThrow();
        Report report = Objects.requireNonNull(reports.get(first.id()), first::id);
        return place.of(index, told, previous, first, report);
    }

    private static List<ListedModel> listed(List<ListedModel> index, ClassName registry, Map<String, Report> reports) {
        List<ListedModel> listed = new ArrayList<>();
        for (ListedModel model : index) {
            Report report = reports.get(model.id());
            if (model.isVisibleFrom(registry.packageName())) {
                listed.add(model);
            } else if (report != null) {
                report.add(
                        Code.NOT_IN_REGISTRY,
                        model.entity(),
                        model.entity().getSimpleName(),
                        registry.canonicalName(),
                        model.cache().simpleName());
            }
        }
        return listed;
    }

    /** Two models of one name could not be told apart; the error stands on one that is compiled now. */
    private static void checkNames(List<ListedModel> listed, Map<String, Report> reports) {
        Map<String, ListedModel> names = new HashMap<>();
        for (ListedModel model : listed) {
            ListedModel first = names.putIfAbsent(model.name(), model);
            if (first != null) {
                ListedModel culprit = reports.containsKey(model.id()) ? model : first;
                Report report = reports.get(culprit.id());
                if (report != null) {
                    report.add(
                            Code.DUPLICATE_MODEL,
                            culprit.entity(),
                            first.entity().getQualifiedName(),
                            model.entity().getQualifiedName(),
                            model.name());
                }
            }
        }
    }
}
