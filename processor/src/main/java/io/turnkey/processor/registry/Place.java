package io.turnkey.processor.registry;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Elements;

/** Decides where the registry goes and what it is called. */
final class Place {
    private static final String NAME = "GeneratedCaches";
    private static final String TEST_NAME = "GeneratedTestCaches";

    private final Elements elements;
    private final ClassOutput output;
    private final Markers markers;

    Place(Elements elements, ClassOutput output, Markers markers) {
        this.elements = elements;
        this.output = output;
        this.markers = markers;
    }

    /**
     * The registry's class; empty if that is open, which is then reported.
     *
     * @param told the package that the user named
     * @param previous the registry of an earlier compilation, whose package annotation may not be compiled now
     * @param report about the first entity, where an error is printed
     */
    Optional<ClassName> of(
            List<ListedModel> models,
            Optional<String> told,
            Optional<ClassName> previous,
            ListedModel first,
            Report report) {
        List<String> packages = packages(models);
        Optional<String> place = told.or(
                        () -> previous.map(ClassName::packageName).filter(markers::isPlace))
                .or(() -> packages.size() == 1 ? Optional.of(packages.get(0)) : Optional.empty());
        if (place.isEmpty()) {
            report.add(Code.REGISTRY_PACKAGE, first.entity(), String.join(", ", packages), packages.get(0));
            return Optional.empty();
        }
        return place.flatMap(name -> named(name, previous, first, report));
    }

    /** The packages of the public models; of all, if none is public. */
    private static List<String> packages(List<ListedModel> models) {
        boolean somePublic = models.stream().anyMatch(ListedModel::isPublic);
        return models.stream()
                .filter(model -> model.isPublic() || !somePublic)
                .map(ListedModel::packageName)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<ClassName> named(
            String packageName, Optional<ClassName> previous, ListedModel first, Report report) {
        ClassName name = ClassName.get(packageName, NAME);
        if (elements.getTypeElement(name.canonicalName()) == null || previous.equals(Optional.of(name))) {
            return Optional.of(name);
        }
        if (markers.models(name.canonicalName()).isEmpty()) {
            report.add(
                    Code.CLASS_NAME_COLLISION,
                    first.entity(),
                    name.canonicalName(),
                    first.entity().getSimpleName());
            return Optional.empty();
        }
        return Optional.of(output.hasClass(packageName, NAME) ? name : ClassName.get(packageName, TEST_NAME));
    }
}
