package io.turnkey.hibernate;

import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.BasicValuedMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/** The converters that the mapping has for attributes, elements and keys. */
final class ColumnConversions implements Conversions {
    private final SessionFactoryImplementor factory;

    ColumnConversions(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    @Override
    public @Nullable Conversion of(Class<?> entity, String path) {
        @Nullable ModelPart part = factory.getMappingMetamodel().getEntityDescriptor(entity);
        for (String name : path.split("\\.", -1)) {
            part = part(part, name);
        }
        return value(part) instanceof BasicValuedMapping basic
                ? conversion(basic.getJdbcMapping().getValueConverter())
                : null;
    }

    private static @Nullable ModelPart part(@Nullable ModelPart whole, String name) {
        if (whole instanceof PluralAttributeMapping plural) {
            return name.equals(KEY) ? plural.getIndexDescriptor() : plural.getElementDescriptor();
        }
        return value(whole) instanceof ModelPartContainer container ? container.findSubPart(name, null) : null;
    }

    /** Of an association only the target's id is kept. */
    private static @Nullable ModelPart value(@Nullable ModelPart part) {
        return part instanceof EntityValuedModelPart association && !(part instanceof EntityMappingType)
                ? association.getEntityMappingType().getIdentifierMapping()
                : part;
    }

    private static <D, R> @Nullable Conversion conversion(@Nullable BasicValueConverter<D, R> converter) {
        return converter == null
                ? null
                : new Conversion(
                        converter.getRelationalJavaType().getJavaTypeClass(),
                        value -> converter.toRelationalValue(
                                converter.getDomainJavaType().getJavaTypeClass().cast(value)),
                        value -> converter.toDomainValue(converter
                                .getRelationalJavaType()
                                .getJavaTypeClass()
                                .cast(value)));
    }
}
