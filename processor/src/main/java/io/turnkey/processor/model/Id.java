package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** An entity's id. */
public sealed interface Id {
    /** The type that {@code getById} takes, boxed. */
    TypeName type();

    /** One attribute of a basic type, or of an association with {@code @MapsId} or {@code @Id}. */
    record Simple(TypeName type, Attribute attribute) implements Id {}

    /** One attribute that is an embeddable. */
    record Embedded(Attribute.EmbeddedId attribute) implements Id {
        @Override
        public TypeName type() {
            return attribute.type();
        }
    }

    /**
     * Several attributes and an {@code @IdClass}.
     *
     * @param type the id class
     * @param isRecord whether it is a record, made by its canonical constructor in the order of {@code parts}
     * @param parts its attributes with those of the entity that they stand for
     */
    record OfClass(ClassName type, boolean isRecord, List<Part> parts) implements Id {
        /**
         * An attribute of the id class.
         *
         * @param attribute the entity's attribute, a component of the snapshot
         * @param access how it is read from, and written to, the id class
         */
        public record Part(Attribute attribute, Access access) {}
    }
}
