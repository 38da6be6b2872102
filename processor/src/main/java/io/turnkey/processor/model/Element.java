package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** What a collection consists of. */
public sealed interface Element {
    /** The element's type in the snapshot, boxed. */
    TypeName type();

    /** A value of one column. */
    record Value(TypeName type, Copying copying) implements Element {}

    /** An embeddable. */
    record Embedded(Embeddable embeddable) implements Element {
        @Override
        public TypeName type() {
            return embeddable.snapshot();
        }
    }

    /**
     * A row of another entity, as its id.
     *
     * @param target the target entity
     * @param targetId how the id is read from the target
     * @param embeddedId what the id consists of, if it is an embeddable
     */
    record Reference(TypeName type, ClassName target, Access targetId, Optional<Embeddable> embeddedId)
            implements Element {}
}
