package io.turnkey.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;

/** What is selected of an entity to get its id. */
final class Ids {
    private Ids() {}

    /** The id of the entity that {@code hql} stands for. */
    static Expression of(EntityMappingType entity, String hql) {
        EntityIdentifierMapping id = entity.getIdentifierMapping();
        Optional<Expression> composite = Optional.empty();
        if (id instanceof NonAggregatedIdentifierMapping several) {
            composite = idClass(several, hql);
        } else if (id instanceof EmbeddableValuedModelPart embedded) {
            composite = embeddable(embedded.getEmbeddableTypeDescriptor(), hql + "." + id.getAttributeName());
        }
        return composite.orElseGet(() -> new Expression.Single("id(" + hql + ")"));
    }

    private static Optional<Expression> idClass(NonAggregatedIdentifierMapping id, String hql) {
        EmbeddableMappingType idClass = id.getIdClassEmbeddable();
        if (idClass == null) {
            return Optional.empty();
        }
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < idClass.getNumberOfAttributeMappings(); i++) {
            String name = idClass.getAttributeMapping(i).getAttributeName();
            AttributeMapping attribute = id.getVirtualIdEmbeddable().findAttributeMapping(name);
            parts.add(
                    attribute instanceof ToOneAttributeMapping toOne
                            ? of(toOne.getEntityMappingType(), hql + "." + name)
                            : part(attribute, hql).orElseThrow());
        }
        return Optional.of(composite(idClass, parts));
    }

    private static Optional<Expression> embeddable(EmbeddableMappingType type, String hql) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < type.getNumberOfAttributeMappings(); i++) {
            Optional<Expression> part = part(type.getAttributeMapping(i), hql);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(composite(type, parts));
    }

    private static Optional<Expression> part(AttributeMapping attribute, String hql) {
        String path = hql + "." + attribute.getAttributeName();
        if (attribute instanceof EmbeddedAttributeMapping embedded) {
            return embeddable(embedded.getEmbeddableTypeDescriptor(), path);
        }
        return attribute instanceof BasicValuedModelPart ? Optional.of(new Expression.Single(path)) : Optional.empty();
    }

    private static Expression composite(EmbeddableMappingType type, List<Expression> parts) {
        return new Expression.Composite(
                parts,
                values -> type.getRepresentationStrategy().getInstantiator().instantiate(() -> values),
                type::getValues);
    }
}
