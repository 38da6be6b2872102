package io.turnkey.hibernate;

import io.turnkey.spi.CollectionPath;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.IdentifiableType;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.CollectionPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.jspecify.annotations.Nullable;

/** The mapping as Hibernate knows it. */
final class FactoryMapping implements Mapping {
    private final SessionFactoryImplementor factory;

    FactoryMapping(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    @Override
    public boolean manages(Class<?> entity) {
        return factory.getMappingMetamodel().findEntityDescriptor(entity) != null;
    }

    @Override
    public String name(Class<?> entity) {
        return factory.getMetamodel().entity(entity).getName();
    }

    @Override
    public boolean hasSubclasses(Class<?> entity) {
        return descriptor(entity).getSubMappingTypes().size() > 0;
    }

    @Override
    public Class<?> owner(Class<?> root, Class<?> entity, String path) {
        String name = path.split("\\.", 2)[0];
        Class<?> owner = entity;
        IdentifiableType<?> type = factory.getMetamodel().entity(entity);
        while (type != null && root.isAssignableFrom(type.getJavaType())) {
            if (type instanceof EntityType && has(type, name)) {
                owner = type.getJavaType();
            }
            type = type.getSupertype();
        }
        return owner;
    }

    @Override
    public Class<?> type(Class<?> entity, String path) {
        ModelPart part = descriptor(entity).findByPath(path);
        if (part == null) {
            throw new IllegalArgumentException(entity.getName() + " has no " + path);
        }
        return part.getJavaType().getJavaTypeClass();
    }

    @Override
    public Target target(Class<?> entity, String path) {
        return target(descriptor(entity).findByPath(path), entity.getName() + "." + path);
    }

    @Override
    public Elements elements(Class<?> entity, CollectionPath collection) {
        String name = entity.getName() + "." + collection.path();
        if (descriptor(entity).findByPath(collection.path()) instanceof PluralAttributeMapping plural) {
            return new CollectionElements(plural, name);
        }
        throw new IllegalArgumentException(name + " is no collection");
    }

    @Override
    public int parameterLimit() {
        return factory.getJdbcServices().getDialect().getParameterCountLimit();
    }

    @Override
    public boolean tuples() {
        return !factory.getSessionFactoryOptions().getJpaCompliance().isJpaQueryComplianceEnabled();
    }

    private EntityMappingType descriptor(Class<?> entity) {
        return factory.getMappingMetamodel().getEntityDescriptor(entity);
    }

    private static boolean has(IdentifiableType<?> type, String name) {
        return type.getAttributes().stream()
                .anyMatch(attribute -> attribute.getName().equals(name));
    }

    private static Target target(@Nullable ModelPart part, String name) {
        if (part instanceof ToOneAttributeMapping toOne) {
            boolean foreignKey = toOne.isFkOptimizationAllowed() && toOne.isReferenceToPrimaryKey();
            return new EntityTarget(toOne.getEntityMappingType(), !foreignKey);
        }
        if (part instanceof EntityValuedModelPart entity) {
            return new EntityTarget(entity.getEntityMappingType(), false);
        }
        throw new IllegalArgumentException(name + " is no association");
    }

    private record EntityTarget(EntityMappingType entity, boolean joined) implements Target {
        @Override
        public Expression id(String hql) {
            return Ids.of(entity, hql);
        }
    }

    private record CollectionElements(PluralAttributeMapping plural, String name) implements Elements {
        @Override
        public Target target(String path) {
            CollectionPart element = plural.getElementDescriptor();
            ModelPart part = element;
            if (!path.isEmpty()) {
                ModelPartContainer container = element instanceof EmbeddableValuedModelPart embeddable
                        ? embeddable.getEmbeddableTypeDescriptor()
                        : (ModelPartContainer) element;
                part = container.findByPath(path);
            }
            return FactoryMapping.target(part, name + "." + path);
        }

        @Override
        public @Nullable Target key() {
            return plural.getIndexDescriptor() instanceof EntityValuedModelPart key
                    ? FactoryMapping.target(key, "The key of " + name)
                    : null;
        }

        @Override
        public @Nullable String softDeleted() {
            if (plural.getElementDescriptor() instanceof EntityValuedModelPart element) {
                EntityMappingType entity = element.getEntityMappingType();
                boolean marked = plural.getSoftDeleteMapping() != null || entity.getSoftDeleteMapping() != null;
                return marked ? entity.getEntityName() : null;
            }
            return null;
        }
    }
}
