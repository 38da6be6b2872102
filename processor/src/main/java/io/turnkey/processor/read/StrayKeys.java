package io.turnkey.processor.read;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds {@code @KeyField} where there is no persistent attribute. */
final class StrayKeys {
    private StrayKeys() {}

    /** Reports them in the classes of an entity. */
    static void check(List<Level> levels, List<Node> nodes, Report report) {
        Set<Element> attributes = nodes.stream()
                .flatMap(node -> node.member().elements().stream())
                .collect(Collectors.toSet());
        for (Level level : levels) {
            for (Element element : level.element().getEnclosedElements()) {
                Optional<Mirror> key = Mirror.find(element, Names.KEY_FIELD);
                if (key.isPresent() && !attributes.contains(element)) {
                    key.get()
                            .report(
                                    report,
                                    Code.KEY_NOT_PERSISTENT,
                                    element.getSimpleName(),
                                    Compilation.shortName(level.element()),
                                    reason(level, element));
                }
            }
        }
    }

    private static String reason(Level level, Element element) {
        TypeElement owner = level.element();
        if (element.getModifiers().contains(Modifier.STATIC)) {
            return "it is static";
        }
        if (element.getModifiers().contains(Modifier.TRANSIENT) || Mirror.isOn(element, Names.TRANSIENT)) {
            return "it is transient";
        }
        if (!level.persistent()) {
            return Compilation.shortName(owner) + " is neither an entity nor a @MappedSuperclass";
        }
        if (element.getKind() == ElementKind.METHOD) {
            return Beans.property((ExecutableElement) element).isPresent()
                    ? "there is no field of this name, and the access is by field"
                    : "it is no getter";
        }
        return "there is no getter of this name, and the access is by property";
    }
}
