package io.turnkey.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Annotations of an attribute, of its field and of its getter, that its component carries too: Jackson's, and {@code @Deprecated}. */
final class Jackson {
    private static final List<String> PACKAGES = List.of("com.fasterxml.jackson.", "tools.jackson.");
    private static final String DEPRECATED = "java.lang.Deprecated";
    private static final String JSON_IGNORE = "com.fasterxml.jackson.annotation.JsonIgnore";
    private static final String JSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";

    /** Those that mean the same whatever the type of the component is. */
    private static final Set<String> FOR_ANY_TYPE = Set.of(
            DEPRECATED,
            JSON_IGNORE,
            JSON_PROPERTY,
            "com.fasterxml.jackson.annotation.JsonAlias",
            "com.fasterxml.jackson.annotation.JsonInclude",
            "com.fasterxml.jackson.annotation.JsonPropertyDescription",
            "com.fasterxml.jackson.annotation.JsonView");

    /** Where an annotation may stand to be written on a record's component. */
    private static final Set<String> TARGETS = Set.of("RECORD_COMPONENT", "FIELD", "METHOD", "PARAMETER", "TYPE_USE");

    private Jackson() {}

    /**
     * The annotations to copy.
     *
     * @param sameType whether the component has the attribute's own type
     */
    static List<AnnotationSpec> copied(Member member, boolean sameType) {
        return of(member).values().stream()
                .filter(each -> (sameType || FOR_ANY_TYPE.contains(each.type())) && fitsComponent(each))
                .map(each -> AnnotationSpec.get(each.mirror()))
                .toList();
    }

    /** Whether Jackson never writes the attribute. */
    static boolean hides(Member member) {
        Map<String, Mirror> annotations = of(member);
        Mirror ignore = annotations.get(JSON_IGNORE);
        Mirror property = annotations.get(JSON_PROPERTY);
        return (ignore != null && ignore.flag("value"))
                || (property != null
                        && property.value("access") instanceof Element access
                        && access.getSimpleName().contentEquals("WRITE_ONLY"));
    }

    private static Map<String, Mirror> of(Member member) {
        Map<String, Mirror> found = new LinkedHashMap<>();
        for (Element element : member.elements()) {
            for (Mirror mirror : Mirror.all(element)) {
                if (mirror.type().equals(DEPRECATED) || PACKAGES.stream().anyMatch(mirror.type()::startsWith)) {
                    found.putIfAbsent(mirror.type(), mirror);
                }
            }
        }
        return found;
    }

    private static boolean fitsComponent(Mirror annotation) {
        return Mirror.find(annotation.declaration(), "java.lang.annotation.Target")
                .map(target -> target.list("value").stream()
                        .map(AnnotationValue::getValue)
                        .anyMatch(value -> value instanceof Element place
                                && TARGETS.contains(place.getSimpleName().toString())))
                .orElse(true);
    }
}
