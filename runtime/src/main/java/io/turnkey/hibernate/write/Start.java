package io.turnkey.hibernate.write;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.IdClassEmbeddable;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Where the first name of an attribute's path leads: into the state of an event, or its id. */
sealed interface Start {
    /** What is mapped there; {@code null} for nothing. */
    @Nullable
    ModelPart part();

    /** What stands there. */
    @Nullable
    Object value(Object id, @Nullable Object[] state);

    /** The attributes on a way that begins here; without those of an id, which is always written, and never again. */
    List<AttributeMapping> attributes(List<AttributeMapping> through);

    static Start of(EntityPersister persister, String name) {
        EntityIdentifierMapping id = persister.getIdentifierMapping();
        if (id instanceof NonAggregatedIdentifierMapping several) {
            AttributeMapping part = several.getVirtualIdEmbeddable().findAttributeMapping(name);
            if (part != null) {
                IdClassEmbeddable idClass = several.getIdClassEmbeddable();
                return new IdPart(part, idClass == null ? part : idClass.findAttributeMapping(name));
            }
        } else if (name.equals(id.getAttributeName())) {
            return new Id(id);
        }
        AttributeMapping attribute = persister.findAttributeMapping(name);
        return attribute == null ? new Nowhere() : new State(attribute);
    }

    /** The whole id. */
    record Id(ModelPart part) implements Start {
        @Override
        public Object value(Object id, @Nullable Object[] state) {
            return id;
        }

        @Override
        public List<AttributeMapping> attributes(List<AttributeMapping> through) {
            return List.of();
        }
    }

    /**
     * One of several attributes that are the id together.
     *
     * @param part the entity's own attribute, which may be an association where the id class has an id
     * @param inId the attribute of what events have as id: the id class, or without one the entity itself
     */
    record IdPart(ModelPart part, AttributeMapping inId) implements Start {
        @Override
        public @Nullable Object value(Object id, @Nullable Object[] state) {
            return inId.getValue(id);
        }

        @Override
        public List<AttributeMapping> attributes(List<AttributeMapping> through) {
            return List.of();
        }
    }

    /** An attribute of the state. */
    record State(AttributeMapping part) implements Start {
        @Override
        public @Nullable Object value(Object id, @Nullable Object[] state) {
            return state[part.getStateArrayPosition()];
        }

        @Override
        public List<AttributeMapping> attributes(List<AttributeMapping> through) {
            List<AttributeMapping> all = new ArrayList<>(through);
            all.add(part);
            return all;
        }
    }

    /** The entity has no such attribute. */
    record Nowhere() implements Start {
        @Override
        public @Nullable ModelPart part() {
            return null;
        }

        @Override
        public @Nullable Object value(Object id, @Nullable Object[] state) {
            return null;
        }

        @Override
        public List<AttributeMapping> attributes(List<AttributeMapping> through) {
            return List.of();
        }
    }
}
