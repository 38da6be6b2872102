package io.turnkey.hibernate;

import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.BasicValuedMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.hibernate.type.descriptor.java.spi.FormatMapperBasedJavaType;
import org.jspecify.annotations.Nullable;

/** The converters that the mapping has for attributes, elements and keys, and the mappers of documents. */
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
        return value(part) instanceof BasicValuedMapping basic ? conversion(basic.getJdbcMapping()) : null;
    }

    private static @Nullable Conversion conversion(JdbcMapping column) {
        @Nullable BasicValueConverter<?, ?> converter = column.getValueConverter();
        if (converter != null) {
            return conversion(converter);
        }
        return column.getMappedJavaType() instanceof FormatMapperBasedJavaType<?> document ? text(document) : null;
    }

    /** Of what is a document in its column, JSON or XML. */
    private static <T> Conversion text(FormatMapperBasedJavaType<T> document) {
        return new Conversion(
                String.class,
                value -> document.toString(document.getJavaTypeClass().cast(value)),
                text -> document.fromString((String) text));
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

    private static <D, R> Conversion conversion(BasicValueConverter<D, R> converter) {
        return new Conversion(
                converter.getRelationalJavaType().getJavaTypeClass(),
                value -> converter.toRelationalValue(
                        converter.getDomainJavaType().getJavaTypeClass().cast(value)),
                value -> converter.toDomainValue(
                        converter.getRelationalJavaType().getJavaTypeClass().cast(value)));
    }
}
