package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Chooses how code in the entity's package reads and writes an attribute. */
final class Accessors {
    private final Compilation compilation;
    private final String from;

    /** For code in the package {@code from}. */
    Accessors(Compilation compilation, String from) {
        this.compilation = compilation;
        this.from = from;
    }

    /**
     * How an attribute is accessed; empty if it cannot be read.
     *
     * @param levels the classes in which accessors are looked for, lowest first
     */
    Optional<Access> of(List<Level> levels, Member member) {
        if (member.owner().getKind() == ElementKind.RECORD) {
            return Optional.of(new Access(new Access.Method(member.name()), new Access.None()));
        }
        Optional<Access.Way> getter = getter(levels, member);
        Optional<Access.Way> setter = setter(levels, member);
        boolean changeable = member.field()
                .map(field -> !field.getModifiers().contains(Modifier.FINAL))
                .orElse(false);
        boolean hidden = member.field().filter(field -> !isUsable(field)).isPresent();
        if (hidden && (getter.isEmpty() || (setter.isEmpty() && changeable))) {
            compilation.lombok().await(member.owner());
        }
        return getter.or(() -> field(member))
                .map(read -> new Access(
                        read,
                        setter.or(() -> field(member).filter(field -> changeable))
                                .orElseGet(Access.None::new)));
    }

    private Optional<Access.Way> getter(List<Level> levels, Member member) {
        if (member.isProperty()) {
            return member.getter()
                    .filter(getter -> compilation.isVisible(getter, from))
                    .map(getter -> new Access.Method(getter.getSimpleName().toString()));
        }
        return method(levels, Beans.getters(member.name()), List.of(), Optional.of(member.type()));
    }

    private Optional<Access.Way> setter(List<Level> levels, Member member) {
        return method(levels, Beans.setters(member.name()), List.of(member.type()), Optional.empty());
    }

    private Optional<Access.Way> method(
            List<Level> levels, List<String> names, List<TypeMirror> parameters, Optional<TypeMirror> result) {
        for (String name : names) {
            for (Level level : levels) {
                for (ExecutableElement method : compilation.methods(level.element(), name)) {
                    if (isPlain(method) && fits(level, method, parameters, result)) {
                        return Optional.of(new Access.Method(name));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPlain(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && method.getThrownTypes().isEmpty()
                && method.getTypeParameters().isEmpty()
                && compilation.isVisible(method, from);
    }

    private boolean fits(
            Level level, ExecutableElement method, List<TypeMirror> parameters, Optional<TypeMirror> result) {
        if (method.getParameters().size() != parameters.size()) {
            return false;
        }
        ExecutableType type = (ExecutableType) compilation.types().asMemberOf(level.type(), method);
        for (int i = 0; i < parameters.size(); i++) {
            if (!compilation.types().isSameType(type.getParameterTypes().get(i), parameters.get(i))) {
                return false;
            }
        }
        return result.isEmpty() || compilation.types().isSameType(type.getReturnType(), result.get());
    }

    private Optional<Access.Way> field(Member member) {
        return member.field().flatMap(field -> {
            String name = field.getSimpleName().toString();
            if (isUsable(field)) {
                return Optional.of(new Access.Field(name));
            }
            TypeMirror erased = compilation.types().erasure(field.asType());
            return compilation.isNameable(member.owner(), from) && compilation.isNameable(erased, from)
                    ? Optional.of(new Access.Hidden(ClassName.get(member.owner()), name, TypeName.get(erased)))
                    : Optional.empty();
        });
    }

    private boolean isUsable(VariableElement field) {
        return compilation.isVisible(field, from);
    }
}
