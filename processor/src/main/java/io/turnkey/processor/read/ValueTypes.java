package io.turnkey.processor.read;

import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Copying.Way;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What is known of the types of single values. */
final class ValueTypes {
    private static final Set<String> IMMUTABLE = Set.of(
            "java.util.UUID",
            "java.util.Locale",
            "java.util.Currency",
            "java.util.TimeZone",
            "java.net.URI",
            "java.net.URL",
            "java.net.InetAddress",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.nio.file.Path");
    private static final Set<String> IMMUTABLE_PACKAGES =
            Set.of("java.lang", "java.math", "java.time", "java.time.chrono");
    private static final Set<String> DATES =
            Set.of("java.util.Date", "java.sql.Date", "java.sql.Time", "java.sql.Timestamp");
    private static final Set<String> TIMES = Set.of(
            "java.time.Instant",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.util.Date",
            "java.sql.Timestamp");
    private static final Set<String> INEXACT = Set.of("java.lang.Float", "java.lang.Double", "java.math.BigDecimal");
    private static final Set<String> COLLECTIONS =
            Set.of("java.util.Collection", "java.util.List", "java.util.Set", "java.util.Map");
    private static final Set<String> ANYTHING = Set.of("java.lang.Object", "java.io.Serializable");
    private static final Set<String> LOCATORS = Set.of("java.sql.Blob", "java.sql.Clob", "java.sql.NClob");

    private final Compilation compilation;

    ValueTypes(Compilation compilation) {
        this.compilation = compilation;
    }

    Copying copying(TypeMirror type) {
        if (isImmutable(type)) {
            return Copying.NONE;
        }
        if (type instanceof ArrayType array) {
            Copying element = copying(array.getComponentType());
            return element.equals(Copying.NONE) ? Copying.CLONE : new Copying(Way.ARRAY, List.of(element));
        }
        if (compilation.isA(type, "java.util.Calendar")) {
            return Copying.CLONE;
        }
        return compilation.is(type, DATES) ? Copying.DATE : collection(type);
    }

    /** A class that implements one of these interfaces may do what an immutable copy would not. */
    private Copying collection(TypeMirror type) {
        List<? extends TypeMirror> held = held(type);
        if (held.isEmpty()) {
            return Copying.NONE;
        }
        String name = Compilation.element((DeclaredType) type).getSimpleName().toString();
        Way way = name.equals("Collection") ? Way.LIST : Way.valueOf(name.toUpperCase(Locale.ROOT));
        return new Copying(way, held.stream().map(this::copying).toList());
    }

    /** What a collection holds that can be copied; empty for what is none. */
    private List<? extends TypeMirror> held(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && compilation.is(type, COLLECTIONS)
                        && declared.getTypeArguments().stream().allMatch(ValueTypes::isDefinite)
                ? declared.getTypeArguments()
                : List.of();
    }

    private static boolean isDefinite(TypeMirror argument) {
        return argument.getKind() == TypeKind.DECLARED || argument.getKind() == TypeKind.ARRAY;
    }

    /** Whether a value can be changed by who holds it, and so can its copies, as far as can be seen. */
    boolean isShared(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isShared(array.getComponentType());
        }
        List<? extends TypeMirror> held = held(type);
        return held.isEmpty()
                ? copying(type).equals(Copying.NONE) && isMutable(type)
                : held.stream().anyMatch(each -> compilation.is(each, ANYTHING) || isShared(each));
    }

    /** Whether a value can be changed by who holds it, as far as can be seen. */
    boolean isMutable(TypeMirror type) {
        if (isImmutable(type)) {
            return false;
        }
        if (!copying(type).equals(Copying.NONE) || isCollection(type)) {
            return true;
        }
        return type instanceof DeclaredType declared
                && Compilation.element(declared).getKind() == ElementKind.CLASS
                && hasChangeableField(declared);
    }

    /** Whether it is known by its name. */
    private boolean isImmutable(TypeMirror type) {
        return type.getKind().isPrimitive()
                || compilation.is(type, IMMUTABLE)
                || (type instanceof DeclaredType declared
                        && IMMUTABLE_PACKAGES.contains(compilation.packageOf(Compilation.element(declared))));
    }

    private boolean hasChangeableField(DeclaredType type) {
        return Level.of(type, compilation).stream()
                .flatMap(level -> ElementFilter.fieldsIn(level.element().getEnclosedElements()).stream())
                .map(VariableElement::getModifiers)
                .anyMatch(modifiers -> !modifiers.contains(Modifier.FINAL) && !modifiers.contains(Modifier.STATIC));
    }

    /** Whether values are compared by what they hold, which arrays and classes without {@code equals} are not. */
    boolean hasEquals(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return type.getKind() != TypeKind.ARRAY;
        }
        TypeElement element = Compilation.element(declared);
        if (element.getKind() != ElementKind.CLASS) {
            return true;
        }
        List<TypeElement> classes =
                Level.of(declared, compilation).stream().map(Level::element).toList();
        boolean complete = overrides(classes, "equals", 1) && overrides(classes, "hashCode", 0);
        if (!complete) {
            classes.forEach(compilation.lombok()::await);
        }
        return complete;
    }

    private boolean overrides(List<TypeElement> classes, String name, int parameters) {
        return classes.stream()
                .flatMap(each -> compilation.methods(each, name).stream())
                .anyMatch(method -> method.getParameters().size() == parameters
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.ABSTRACT));
    }

    boolean isCollection(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && (compilation.isA(type, "java.util.Collection") || compilation.isA(type, "java.util.Map"));
    }

    /** Whether it is read through an open connection only. */
    boolean isLocator(TypeMirror type) {
        return compilation.is(type, LOCATORS);
    }

    boolean isTime(TypeMirror type) {
        return compilation.is(type, TIMES);
    }

    boolean isInexact(TypeMirror type) {
        return compilation.is(compilation.boxed(type), INEXACT);
    }
}
