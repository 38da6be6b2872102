package io.turnkey.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the persistent attributes of classes as JPA does. */
final class Members {
    private final Compilation compilation;

    Members(Compilation compilation) {
        this.compilation = compilation;
    }

    /**
     * The attributes of these classes, those of the uppermost first; a property that is overridden stands where it was first declared.
     *
     * @param property whether a class without {@code @Access} is read through its getters
     */
    List<Member> of(List<Level> levels, boolean property) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (int i = levels.size() - 1; i >= 0; i--) {
            Level level = levels.get(i);
            if (level.persistent()) {
                declared(level, property).forEach(member -> members.put(member.name(), member));
            }
        }
        return new ArrayList<>(members.values());
    }

    private List<Member> declared(Level level, boolean inherited) {
        if (level.element().getKind() == ElementKind.RECORD) {
            return components(level);
        }
        boolean property = isPropertyAccess(level.element()).orElse(inherited);
        if (property) {
            compilation.lombok().await(level.element());
        }
        Map<String, Member> members = new LinkedHashMap<>();
        for (Element element : level.element().getEnclosedElements()) {
            if (element.getKind() == ElementKind.FIELD && isMapped(element, !property)) {
                VariableElement field = (VariableElement) element;
                String name = field.getSimpleName().toString();
                members.putIfAbsent(name, member(name, level, field, Optional.of(field), getter(level, name)));
            } else if (element.getKind() == ElementKind.METHOD && isMapped(element, property)) {
                ExecutableElement getter = (ExecutableElement) element;
                Beans.property(getter)
                        .ifPresent(name -> members.put(
                                name, member(name, level, getter, field(level, name), Optional.of(getter))));
            }
        }
        return new ArrayList<>(members.values());
    }

    /** Those of a record, in the order of its components: ECJ sorts its fields by name. */
    private List<Member> components(Level level) {
        return level.element().getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .flatMap(name -> field(level, name)
                        .filter(field -> isMapped(field, true))
                        .map(field -> member(name, level, field, Optional.of(field), getter(level, name)))
                        .stream())
                .toList();
    }

    private static boolean isMapped(Element element, boolean byDefault) {
        boolean property = element.getKind() == ElementKind.METHOD;
        return !element.getModifiers().contains(Modifier.STATIC)
                && !element.getModifiers().contains(Modifier.TRANSIENT)
                && !Mirror.isOn(element, Names.TRANSIENT)
                && isPropertyAccess(element).map(access -> access == property).orElse(byDefault);
    }

    private static Optional<Boolean> isPropertyAccess(Element element) {
        return Mirror.find(element, Names.ACCESS)
                .flatMap(access -> access.explicit("value"))
                .map(value -> ((Element) value.getValue()).getSimpleName().contentEquals("PROPERTY"));
    }

    private Member member(
            String name,
            Level level,
            Element mapped,
            Optional<VariableElement> field,
            Optional<ExecutableElement> getter) {
        TypeMirror seen = compilation.types().asMemberOf(level.type(), mapped);
        TypeMirror type = seen instanceof ExecutableType method ? method.getReturnType() : seen;
        return new Member(name, level, compilation.resolved(type), mapped, field, getter);
    }

    private static Optional<VariableElement> field(Level level, String name) {
        return ElementFilter.fieldsIn(level.element().getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private Optional<ExecutableElement> getter(Level level, String name) {
        return Beans.getters(name).stream()
                .flatMap(getter -> compilation.methods(level.element(), getter).stream())
                .filter(method -> method.getParameters().isEmpty())
                .findFirst();
    }
}
