package io.turnkey.hibernate.write;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/** The ids of an entity, and of what leads to it, as its snapshot has them. */
final class IdReader {
    private final EntityPersister persister;

    IdReader(EntityPersister persister) {
        this.persister = persister;
    }

    /** The id for what events have as such: of an entity whose id is an association and nothing else, the target's. */
    @Nullable
    Object id(Object hibernateId, @Nullable SharedSessionContractImplementor session) {
        ToOneAttributeMapping only = onlyAssociation(persister.getIdentifierMapping());
        if (only == null) {
            return hibernateId;
        }
        Object target = persister.getMappedClass().isInstance(hibernateId) ? only.getValue(hibernateId) : hibernateId;
        return target == null
                ? null
                : new IdReader(only.getEntityMappingType().getEntityPersister()).of(target, session);
    }

    /** The id of this entity, which may be a proxy that is not initialised; or the id itself, where Hibernate has that instead. */
    @Nullable
    Object of(Object entity, @Nullable SharedSessionContractImplementor session) {
        LazyInitializer lazy = HibernateProxy.extractLazyInitializer(entity);
        Object own = entity;
        if (lazy != null) {
            own = lazy.getInternalIdentifier();
        } else if (persister.getMappedClass().isInstance(entity)) {
            own = persister.getIdentifier(entity, session);
        }
        return own == null ? null : id(own, session);
    }

    private static @Nullable ToOneAttributeMapping onlyAssociation(EntityIdentifierMapping id) {
        if (id instanceof NonAggregatedIdentifierMapping several && several.getIdClassEmbeddable() == null) {
            EmbeddableMappingType parts = several.getVirtualIdEmbeddable();
            AttributeMapping first = parts.getAttributeMapping(0);
            return parts.getNumberOfAttributeMappings() == 1 && first instanceof ToOneAttributeMapping toOne
                    ? toOne
                    : null;
        }
        return null;
    }
}
