package io.turnkey.processor.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The names that getters and setters have. */
final class Beans {
    private Beans() {}

    /** The attribute that a method is the getter of, as JPA sees it; empty for any other method. */
    static Optional<String> property(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        TypeMirror type = method.getReturnType();
        if (method.getModifiers().contains(Modifier.STATIC)
                || !method.getParameters().isEmpty()
                || type.getKind() == TypeKind.VOID) {
            return Optional.empty();
        }
        if (name.length() > 3 && name.startsWith("get")) {
            return Optional.of(decapitalized(name.substring(3)));
        }
        return name.length() > 2 && name.startsWith("is") && type.getKind() == TypeKind.BOOLEAN
                ? Optional.of(decapitalized(name.substring(2)))
                : Optional.empty();
    }

    /** What the getter of an attribute may be called, the usual name first. */
    static List<String> getters(String attribute) {
        return List.of("get" + capitalized(attribute), "is" + capitalized(attribute), attribute);
    }

    /** What the setter of an attribute may be called, the usual name first. */
    static List<String> setters(String attribute) {
        Stream<String> usual = Stream.of("set" + capitalized(attribute), attribute);
        boolean prefixed =
                attribute.length() > 2 && attribute.startsWith("is") && Character.isUpperCase(attribute.charAt(2));
        return Stream.concat(usual, prefixed ? Stream.of("set" + attribute.substring(2)) : Stream.empty())
                .toList();
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** As the specification of beans has it: {@code URL} stays as it is. */
    static String decapitalized(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
