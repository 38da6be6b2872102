package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;

/** Reads and writes the attributes of entities, embeddables and id classes. */
final class AccessCode {
    private AccessCode() {}

    /** The value of an attribute of {@code receiver}. */
    static CodeBlock read(CodeBlock receiver, Access.Way way, TypeName type, HiddenFields hidden) {
        if (way instanceof Access.Method method) {
            return CodeBlock.of("$L.$L()", operand(receiver), method.name());
        }
        if (way instanceof Access.Field field) {
            return CodeBlock.of("$L.$L", operand(receiver), field.name());
        }
        if (way instanceof Access.Hidden field) {
            return CodeBlock.of("($T) $L.get($L)", type, hidden.constant(field), receiver);
        }
        throw new IllegalArgumentException("An attribute of " + receiver + " cannot be read");
    }

    /** The expression where a member of it follows: a cast needs parentheses. */
    static CodeBlock operand(CodeBlock expression) {
        return expression.toString().startsWith("(") ? CodeBlock.of("($L)", expression) : expression;
    }

    /** The statement that gives an attribute of {@code receiver} a value. */
    static CodeBlock write(String receiver, Access.Way way, CodeBlock value, HiddenFields hidden) {
        if (way instanceof Access.Method method) {
            return CodeBlock.of("$L.$L($L);\n", receiver, method.name(), value);
        }
        if (way instanceof Access.Field field) {
            return CodeBlock.of("$L.$L = $L;\n", receiver, field.name(), value);
        }
        if (way instanceof Access.Hidden field) {
            return CodeBlock.of("$L.set($L, $L);\n", hidden.constant(field), receiver, value);
        }
        throw new IllegalArgumentException("An attribute of " + receiver + " cannot be written");
    }

    /** Whether the read bypasses the methods of the object, which a lazy proxy would need. */
    static boolean isDirect(Access.Way way) {
        return !(way instanceof Access.Method);
    }

    /** Whether {@link #read} casts to a type that the virtual machine cannot check. */
    static boolean isUnchecked(Access.Way way, TypeName type) {
        return way instanceof Access.Hidden && type instanceof ParameterizedTypeName;
    }
}
