package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What one compilation offers to the readers.
 *
 * @param lombok whether, and for which classes, Lombok has still to be waited for
 */
public record Compilation(Elements elements, Types types, Lombok lombok) {
    /** That of a processor's environment. */
    public static Compilation of(ProcessingEnvironment environment) {
        return new Compilation(environment.getElementUtils(), environment.getTypeUtils(), Lombok.of(environment));
    }

    String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    static TypeElement element(DeclaredType type) {
        return (TypeElement) type.asElement();
    }

    /** The methods of this name that a class declares itself. Compared by the name first, which costs the compiler less than to tell methods from other members. */
    List<ExecutableElement> methods(TypeElement type, String name) {
        Name wanted = elements.getName(name);
        return ElementFilter.methodsIn(type.getEnclosedElements().stream()
                .filter(member -> member.getSimpleName().equals(wanted))
                .toList());
    }

    boolean is(TypeMirror type, Set<String> names) {
        return type instanceof DeclaredType declared
                && names.contains(element(declared).getQualifiedName().toString());
    }

    /** Whether {@code type} is, or extends, the class called {@code name}. */
    boolean isA(TypeMirror type, String name) {
        TypeElement superclass = elements.getTypeElement(name);
        return superclass != null && types.isAssignable(types.erasure(type), types.erasure(superclass.asType()));
    }

    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    DeclaredType generic(String name, TypeMirror... arguments) {
        return types.getDeclaredType(elements.getTypeElement(name), arguments);
    }

    /**
     * The type itself, a type variable or wildcard as its bound.
     *
     * @throws Unready if it, or one of its arguments, does not exist
     */
    TypeMirror resolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw Unready.type(((DeclaredType) type).asElement().getSimpleName().toString());
        }
        if (type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION) {
            return types.erasure(type);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null
                    ? elements.getTypeElement("java.lang.Object").asType()
                    : resolved(wildcard.getExtendsBound());
        }
        if (type instanceof ArrayType array) {
            resolved(array.getComponentType());
        }
        if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(this::resolved);
        }
        return type;
    }

    /** Whether a class of package {@code from} can name the type and its arguments. */
    boolean isNameable(TypeMirror type, String from) {
        if (type instanceof ArrayType array) {
            return isNameable(array.getComponentType(), from);
        }
        if (type instanceof WildcardType) {
            return isNameable(resolved(type), from);
        }
        return !(type instanceof DeclaredType declared)
                || (isNameable(element(declared), from)
                        && declared.getTypeArguments().stream().allMatch(each -> isNameable(each, from)));
    }

    boolean isNameable(TypeElement type, String from) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!isVisible(each, from)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a class of package {@code from}, which is no subclass, may use the member. */
    boolean isVisible(Element member, String from) {
        Set<Modifier> modifiers = member.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || (!modifiers.contains(Modifier.PRIVATE) && packageOf(member).equals(from));
    }

    /** {@code Outer.User} becomes {@code Outer_User} and the suffix, in the same package. */
    static ClassName beside(TypeElement type, String suffix) {
        ClassName name = ClassName.get(type);
        return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + suffix);
    }

    /** A name for messages: with its outer classes, without its package. */
    static String shortName(TypeElement type) {
        List<String> names = ClassName.get(type).simpleNames();
        return String.join(".", names);
    }
}
