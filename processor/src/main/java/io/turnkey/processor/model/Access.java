package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/**
 * How generated code reads and writes an attribute of an entity or embeddable.
 *
 * @param read how it is read
 * @param write how it is written
 */
public record Access(Way read, Way write) {
    /** One direction. */
    public sealed interface Way {}

    /** Through a method: a getter, a record's accessor, or a setter. */
    public record Method(String name) implements Way {}

    /** Through the field itself, which generated code can see. */
    public record Field(String name) implements Way {}

    /**
     * Through a constant {@code VarHandle}, for a field that generated code cannot see.
     *
     * @param owner the class that declares the field
     * @param type the field's type, erased
     */
    public record Hidden(ClassName owner, String name, TypeName type) implements Way {}

    /** Not at all: a record's components, and attributes that are final. */
    public record None() implements Way {}
}
