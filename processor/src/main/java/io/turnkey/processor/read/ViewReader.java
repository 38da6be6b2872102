package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.diagnostic.Suggestion;
import io.turnkey.processor.model.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the interface that {@code @Cacheable(view = …)} names, and finds what answers its methods. */
final class ViewReader {
    private final Scope scope;
    private final Report report;
    private final Mirror cacheable;
    private final List<Node.Kept> components;

    ViewReader(Scope scope, Mirror cacheable, List<Node> nodes) {
        this.scope = scope;
        this.report = scope.report();
        this.cacheable = cacheable;
        this.components = nodes.stream()
                .filter(Node.Kept.class::isInstance)
                .map(Node.Kept.class::cast)
                .toList();
    }

    Optional<View> read() {
        Optional<TypeMirror> named = cacheable.classOf("view");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (!(named.get() instanceof DeclaredType type) || !isImplementable(Compilation.element(type))) {
            report(Code.VIEW_NOT_AN_INTERFACE, IdReader.nameOf(named.get()));
            return Optional.empty();
        }
        TypeElement view = Compilation.element(type);
        String name = Compilation.shortName(view);
        if (!scope.compilation().types().isSubtype(scope.entity().asType(), type)) {
            report(Code.VIEW_NOT_IMPLEMENTED, Compilation.shortName(scope.entity()), name);
            return Optional.empty();
        }
        List<View.Accessor> accessors = new ArrayList<>();
        for (ExecutableElement method : methods(view)) {
            accessor(name, method, type).ifPresent(accessors::add);
        }
        return Optional.of(new View(ClassName.get(view), accessors));
    }

    private boolean isImplementable(TypeElement view) {
        return view.getKind() == ElementKind.INTERFACE
                && view.getTypeParameters().isEmpty()
                && view.getPermittedSubclasses().isEmpty()
                && scope.compilation().isNameable(view, scope.packageName());
    }

    /** What it asks for, sorted: compilers differ in the order of members. */
    private List<ExecutableElement> methods(TypeElement view) {
        List<ExecutableElement> all =
                ElementFilter.methodsIn(scope.compilation().elements().getAllMembers(view)).stream()
                        .filter(method -> method.getEnclosingElement() instanceof TypeElement owner
                                && owner.getKind() == ElementKind.INTERFACE
                                && !method.getModifiers().contains(Modifier.STATIC)
                                && !method.getModifiers().contains(Modifier.PRIVATE))
                        .toList();
        return all.stream()
                .filter(method -> !isOfObject(method)
                        && all.stream()
                                .noneMatch(other -> !other.equals(method)
                                        && scope.compilation().elements().overrides(other, method, view)))
                .sorted(Comparator.comparing(method -> method.getSimpleName().toString()))
                .toList();
    }

    /** Whether every class has it already, as {@code toString}. */
    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = scope.compilation().elements().getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(each -> each.getSimpleName().equals(method.getSimpleName())
                        && each.getParameters().size() == method.getParameters().size());
    }

    private Optional<View.Accessor> accessor(String view, ExecutableElement method, DeclaredType type) {
        String name = method.getSimpleName().toString();
        boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
        Optional<Node.Kept> component = component(method);
        boolean sameName = component
                .filter(node -> node.attribute().component().equals(name))
                .isPresent();
        if (!isAbstract && !sameName) {
            return Optional.empty();
        }
        if (component.isEmpty()) {
            List<String> known = components.stream()
                    .flatMap(node -> Stream.of(node.attribute().component(), "get" + Beans.capitalized(node.name())))
                    .toList();
            report(Code.VIEW_ATTRIBUTE, view, name + "(…)", Suggestion.of(name, known));
            return Optional.empty();
        }
        TypeMirror expected = ((ExecutableType) scope.compilation().types().asMemberOf(type, method)).getReturnType();
        if (!fits(component.get(), expected, sameName)) {
            report(
                    Code.VIEW_TYPE,
                    name + "()",
                    view,
                    TypeName.get(expected),
                    component.get().attribute().type());
            return Optional.empty();
        }
        return sameName
                ? Optional.empty()
                : Optional.of(new View.Accessor(
                        name,
                        TypeName.get(expected),
                        component.get().attribute().component()));
    }

    private Optional<Node.Kept> component(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (!method.getParameters().isEmpty()) {
            return Optional.empty();
        }
        List<String> wanted =
                Stream.concat(Stream.of(name), Beans.property(method).stream()).toList();
        return wanted.stream()
                .flatMap(each -> components.stream()
                        .filter(node -> node.attribute().component().equals(each)
                                || ComponentNames.legal(each)
                                        .equals(node.attribute().component())))
                .findFirst();
    }

    /** Whether a component can be returned; the record's own accessor can only narrow a type, not unbox it. */
    private boolean fits(Node.Kept component, TypeMirror expected, boolean ownAccessor) {
        if (expected.getKind() == TypeKind.VOID || component.type().isEmpty()) {
            return false;
        }
        TypeMirror actual = component.type().get();
        if (ownAccessor || expected.getKind().isPrimitive()) {
            return (actual.getKind().isPrimitive() || expected.getKind().isPrimitive())
                    ? scope.compilation().types().isSameType(actual, expected)
                    : scope.compilation().types().isSubtype(actual, expected);
        }
        return scope.compilation().types().isAssignable(actual, expected);
    }

    private void report(Code code, Object... arguments) {
        cacheable.reportMember(report, code, "view", arguments);
    }
}
