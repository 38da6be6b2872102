package io.turnkey.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Key;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** How things are called in generated code. */
final class Naming {
    private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");

    private Naming() {}

    /** {@code wanted}, with as many {@code _} as it takes to differ from what is taken. */
    static String free(String wanted, Collection<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** A variable for an instance of a class: {@code userAccount}. */
    static String variable(ClassName type, Collection<String> taken) {
        String simple = type.simpleName();
        String name = uncapitalize(simple.substring(simple.lastIndexOf('.') + 1));
        return free(SourceVersion.isName(name) ? name : "entity", taken);
    }

    /** A constant's name: {@code tenantIdAndLogin} gives {@code TENANT_ID_AND_LOGIN}. */
    static String constant(String name) {
        return WORD_END.matcher(name).replaceAll("$1_$2").toUpperCase(Locale.ROOT);
    }

    /** The parameter for a part of a key: {@code email}, {@code addressCity}. */
    static String parameter(Key.Part part) {
        String first = part.path().get(0).component();
        return first
                + part.path().stream()
                        .skip(1)
                        .map(Attribute::component)
                        .map(Naming::capitalize)
                        .collect(Collectors.joining());
    }

    static String capitalize(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String uncapitalize(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The class of a type that may have arguments. */
    static ClassName className(TypeName type) {
        return (ClassName) raw(type);
    }

    /** The class itself, without type arguments, for {@code .class}. */
    static TypeName raw(TypeName type) {
        if (type instanceof ArrayTypeName array) {
            return ArrayTypeName.of(raw(array.componentType()));
        }
        return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
    }
}
