package io.turnkey.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/** A component of a snapshot, or of a nested record, and the entity's attribute that it comes from. */
public sealed interface Attribute {
    /** What all attributes have. */
    Common common();

    /** The component's type, as callers see it. */
    TypeName type();

    /** The attribute's name in the entity. */
    default String name() {
        return common().name();
    }

    /** The component's name in the record. */
    default String component() {
        return common().component();
    }

    /**
     * What all attributes have.
     *
     * @param name the attribute's name in the entity, without dots
     * @param component the component's name: {@code email}, {@code organizationId}, {@code wait_}
     * @param access how the value is read from, and written to, the entity
     * @param annotations Jackson's annotations to copy to the component
     * @param secret whether {@code toString} hides the value
     */
    record Common(String name, String component, Access access, List<AnnotationSpec> annotations, boolean secret) {}

    /**
     * One column's value.
     *
     * @param type the attribute's own type, primitive if it is
     * @param copying how it is copied in and out
     */
    record Basic(Common common, TypeName type, Copying copying) implements Attribute {}

    /**
     * An {@code @Embedded} attribute.
     *
     * @param embeddable what it consists of
     */
    record Embedded(Common common, Embeddable embeddable) implements Attribute {
        @Override
        public TypeName type() {
            return embeddable.snapshot();
        }
    }

    /**
     * An {@code @EmbeddedId}: unlike other embeddables it stays what it is, since callers pass it to {@code getById}.
     *
     * @param embeddable what it consists of
     */
    record EmbeddedId(Common common, Embeddable embeddable) implements Attribute {
        @Override
        public TypeName type() {
            return embeddable.type();
        }
    }

    /**
     * An owning to-one association, as its target's id.
     *
     * @param type the id's own type, boxed
     * @param target the target entity
     * @param targetId how the target's id is read from the target
     * @param embeddedId what the target's id consists of, if it is an embeddable
     */
    record Reference(Common common, TypeName type, ClassName target, Access targetId, Optional<Embeddable> embeddedId)
            implements Attribute {}

    /**
     * An {@code @ElementCollection}, or an owning to-many association through a join table as its targets' ids.
     *
     * @param type the component's type: {@code List<..>}, {@code Set<..>}, {@code Map<..>}
     * @param kind what collection it is
     * @param element its elements, or a map's values
     * @param key a map's keys
     * @param orderBy its {@code @OrderBy}; empty for none
     */
    record Plural(Common common, TypeName type, Kind kind, Element element, Optional<Element> key, String orderBy)
            implements Attribute {
        /** What collection it is. */
        public enum Kind {
            /** A list without order column, a bag. */
            LIST,
            /** A list with {@code @OrderColumn}. */
            INDEXED_LIST,
            /** A set. */
            SET,
            /** A map. */
            MAP
        }
    }
}
