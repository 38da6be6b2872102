package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * An embeddable class or record.
 *
 * @param type the embeddable itself, with its type arguments
 * @param snapshot what stands for it in a snapshot: {@code UserSnapshot.AddressSnapshot} for a class, the type itself for a record
 * @param isRecord whether it is a record: made by its canonical constructor, in the order of {@code attributes}
 * @param constructor a class's constructor without arguments; {@code NONE} for a record
 * @param attributes what it consists of; for a record all components in their order
 */
public record Embeddable(
        TypeName type, ClassName snapshot, boolean isRecord, Constructor constructor, List<Attribute> attributes) {

    /** How a class can be made. */
    public enum Constructor {
        /** Generated code can call it. */
        VISIBLE,
        /** It is there, but generated code cannot see it. */
        HIDDEN,
        /** There is none, or the class is abstract. */
        NONE
    }
}
