package io.turnkey.processor.registry;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The package that carries {@code @CacheRegistry}, or holds a class that does; else that of {@code -Aturnkey.registryPackage}. */
final class ToldPlace {
    static final String OPTION = "turnkey.registryPackage";

    private final Elements elements;
    private final Messager messager;
    private final Optional<String> option;
    private @Nullable String annotated;
    private @Nullable String packageName;

    ToldPlace(Elements elements, Messager messager, @Nullable String option) {
        this.elements = elements;
        this.messager = messager;
        this.option = Optional.ofNullable(option).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Looks for the annotation. */
    void collect(Set<? extends Element> found) {
        List<? extends Element> sorted =
                found.stream().sorted(Comparator.comparing(Object::toString)).toList();
        for (Element element : sorted) {
            if (annotated == null) {
                annotated = element.toString();
                packageName = elements.getPackageOf(element).getQualifiedName().toString();
            } else if (!annotated.equals(element.toString())) {
                Report report = Report.about(element);
                report.add(Code.SEVERAL_REGISTRIES, element, annotated, element);
                report.print(messager);
            }
        }
    }

    Optional<String> packageName() {
        return Optional.ofNullable(packageName).or(() -> option);
    }
}
