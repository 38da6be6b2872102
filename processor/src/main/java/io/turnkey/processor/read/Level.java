package io.turnkey.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A class and what its type parameters stand for.
 *
 * @param persistent whether JPA looks for attributes in it
 */
record Level(TypeElement element, DeclaredType type, boolean persistent) {
    /** The class {@code type} and its superclasses, lowest first, without {@code Object}. */
    static List<Level> of(DeclaredType type, Compilation compilation) {
        List<Level> levels = new ArrayList<>();
        Optional<DeclaredType> next = Optional.of(type);
        while (next.isPresent()) {
            TypeElement element = Compilation.element(next.get());
            boolean persistent =
                    levels.isEmpty() || Mirror.isOn(element, Names.ENTITY, Names.MAPPED_SUPERCLASS, Names.EMBEDDABLE);
            levels.add(new Level(element, next.get(), persistent));
            next = superclass(next.get(), compilation);
        }
        return levels;
    }

    private static Optional<DeclaredType> superclass(DeclaredType type, Compilation compilation) {
        TypeMirror declared = Compilation.element(type).getSuperclass();
        if (declared.getKind() == TypeKind.NONE) {
            return Optional.empty();
        }
        compilation.resolved(declared);
        DeclaredType superclass =
                (DeclaredType) compilation.types().directSupertypes(type).get(0);
        TypeMirror above = Compilation.element(superclass).getSuperclass();
        return above.getKind() == TypeKind.NONE ? Optional.empty() : Optional.of(superclass);
    }

    /** Whether the default access of entities made of these classes is by property: that is where the first id stands. */
    static boolean isPropertyAccess(List<Level> levels) {
        for (Level level : levels) {
            if (level.persistent()) {
                if (carriesId(ElementFilter.methodsIn(level.element().getEnclosedElements()))) {
                    return true;
                }
                if (carriesId(ElementFilter.fieldsIn(level.element().getEnclosedElements()))) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean carriesId(List<? extends Element> members) {
        return members.stream().anyMatch(member -> Mirror.isOn(member, Names.ID, Names.EMBEDDED_ID));
    }
}
