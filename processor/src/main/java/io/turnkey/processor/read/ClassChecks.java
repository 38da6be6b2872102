package io.turnkey.processor.read;

import com.palantir.javapoet.TypeName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** What an entity class must be, whatever its attributes are. */
final class ClassChecks {
    /** The slots of a method's parameters, less the one of {@code this}. */
    private static final int MAX_SLOTS = 254;

    private ClassChecks() {}

    /** Reports what forbids a cache for the class, or makes it doubtful. */
    static void check(TypeElement type, Report report) {
        String name = Compilation.shortName(type);
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                report.add(Code.PRIVATE_CLASS, type, Compilation.shortName((TypeElement) each));
            }
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            report.add(Code.INNER_CLASS, type, name);
        }
        if (!type.getTypeParameters().isEmpty()) {
            report.add(Code.GENERIC_CLASS, type, name);
        }
        Mirror.find(type, Names.FILTER)
                .or(() -> Mirror.find(type, Names.FILTERS))
                .ifPresent(filter -> filter.report(report, Code.FILTERED, name));
    }

    /** Whether an annotation that only classes with {@code @Entity} can carry stands on one. */
    static boolean isEntity(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && Mirror.isOn(type, Names.ENTITY);
    }

    /** Reports a record that would have more components than a constructor can take. */
    static void checkSize(List<Attribute> attributes, TypeElement type, Report report) {
        int slots = attributes.stream().mapToInt(ClassChecks::slots).sum();
        if (slots > MAX_SLOTS) {
            report.add(Code.TOO_MANY_COMPONENTS, type, Compilation.shortName(type), slots);
        }
    }

    private static int slots(Attribute attribute) {
        return attribute.type().equals(TypeName.LONG) || attribute.type().equals(TypeName.DOUBLE) ? 2 : 1;
    }

    /** The uppermost entity above a class; empty if there is none. */
    static Optional<TypeElement> entityAbove(List<Level> levels) {
        return levels.stream()
                .skip(1)
                .map(Level::element)
                .filter(each -> Mirror.isOn(each, Names.ENTITY))
                .reduce((lower, upper) -> upper);
    }

    /** Whether an entity is the root of a hierarchy; its subclasses cannot be seen from it. */
    static boolean isHierarchy(TypeElement root) {
        return root.getModifiers().contains(Modifier.ABSTRACT)
                || Mirror.isOn(root, Names.INHERITANCE, Names.DISCRIMINATOR_COLUMN, Names.DISCRIMINATOR_VALUE);
    }

    static boolean isPublic(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!each.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
