package io.turnkey.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Access;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The fields that a generated class reaches through constants of its own. */
final class HiddenFields {
    private final Map<Access.Hidden, String> constants = new LinkedHashMap<>();
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

    private String name(Access.Hidden field) {
        List<String> used = new ArrayList<>(taken);
        used.addAll(constants.values());
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
    }
}
