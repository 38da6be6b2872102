package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Access;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** The fields, and constructors, that a generated class reaches through constants of its own. */
final class HiddenFields {
    private final Map<Access.Hidden, String> constants = new LinkedHashMap<>();
    private final Map<ClassName, String> makers = new LinkedHashMap<>();
    private final Collection<String> taken;

    /**
     * No fields yet.
     *
     * @param taken the names that the constants may not have
     */
    HiddenFields(Collection<String> taken) {
        this.taken = taken;
    }

    /** The constant for a field. */
    String constant(Access.Hidden field) {
        return constants.computeIfAbsent(field, this::name);
    }

    /** The constant that makes a {@code type}. */
    String maker(ClassName type) {
        return makers.computeIfAbsent(type, each -> Naming.free("NEW_" + Naming.constant(type.simpleName()), used()));
    }

    private List<String> used() {
        List<String> used = new ArrayList<>(taken);
        used.addAll(constants.values());
        used.addAll(makers.values());
        return used;
    }

    private String name(Access.Hidden field) {
        List<String> used = used();
        String name = Naming.constant(field.name());
        return used.contains(name) ? Naming.free(Naming.constant(field.owner().simpleName()) + "_" + name, used) : name;
    }

    /** Declares the constants; called when the class's code is complete. */
    void declareIn(TypeSpec.Builder type) {
        constants.forEach((field, name) -> type.addField(
                FieldSpec.builder(VarHandle.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.of($T.lookup(), $T.class, $S, $T.class)",
                                RuntimeTypes.FIELDS,
                                MethodHandles.class,
                                field.owner(),
                                field.name(),
                                field.type())
                        .build()));
        makers.forEach((made, name) -> type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(Supplier.class), made),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.constructor($T.lookup(), $T.class)", RuntimeTypes.FIELDS, MethodHandles.class, made)
                .build()));
    }
}
