package io.turnkey.hibernate.write;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.sql.Template;
import org.hibernate.type.CustomType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an attribute's value in the database.
 *
 * @param readsBack whether what is written is read again as it was; numbers with a scale, and times, may be rounded
 * @param insertable whether an insert writes it, and nothing else does
 * @param updatable whether an update writes it, and nothing else does
 * @param compared whether the optimistic lock covers it
 * @param converted what has a converter; {@code null} for none
 */
record Stored(
        boolean readsBack,
        boolean insertable,
        boolean updatable,
        boolean compared,
        @Nullable JdbcMapping converted) {
    private static final Set<Class<?>> EXACT = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            Boolean.class,
            Character.class,
            String.class,
            UUID.class,
            LocalDate.class);

    /** Nothing is certain. */
    static final Stored UNKNOWN = new Stored(false, false, false, false, null);

    /**
     * What becomes of {@code leaf}.
     *
     * @param attributes on the way to it, itself included; none of an id
     */
    static Stored of(List<AttributeMapping> attributes, ModelPart leaf) {
        BasicValuedModelPart column =
                leaf instanceof BasicValuedModelPart basic && !attributes.isEmpty() ? basic : null;
        boolean computed = attributes.stream().anyMatch(Stored::isComputed);
        return new Stored(
                isExact(leaf),
                !computed
                        && (column == null || column.isInsertable())
                        && all(attributes, each -> each.getAttributeMetadata().isInsertable()),
                !computed
                        && (column == null || column.isUpdateable())
                        && all(attributes, each -> each.getAttributeMetadata().isUpdatable()),
                all(attributes, each -> each.getAttributeMetadata().isIncludedInOptimisticLocking()),
                leaf instanceof BasicValuedModelPart basic
                                && basic.getJdbcMapping().getValueConverter() != null
                        ? basic.getJdbcMapping()
                        : null);
    }

    /** The value as it is read again; what a converter makes of it need not be what it was. */
    @Nullable
    Object read(Object value) {
        return converted == null ? value : converted.convertToDomainValue(converted.convertToRelationalValue(value));
    }

    private static boolean all(List<AttributeMapping> attributes, Predicate<AttributeMapping> test) {
        return attributes.stream().allMatch(test);
    }

    private static boolean isComputed(AttributeMapping attribute) {
        Generator generator = attribute.getGenerator();
        return generator != null && generator.generatedOnExecution();
    }

    private static boolean isExact(ModelPart leaf) {
        if (leaf instanceof ToOneAttributeMapping toOne && !toOne.isReferenceToPrimaryKey()) {
            return false;
        }
        boolean[] exact = {true};
        leaf.forEachSelectable((index, column) -> exact[0] &= isExact(column));
        return exact[0];
    }

    private static boolean isExact(SelectableMapping column) {
        String read = column.getCustomReadExpression();
        String write = column.getCustomWriteExpression();
        JdbcMapping type = column.getJdbcMapping();
        BasicValueConverter<?, ?> converter = type.getValueConverter();
        Class<?> stored = converter == null
                ? type.getMappedJavaType().getJavaTypeClass()
                : converter.getRelationalJavaType().getJavaTypeClass();
        return !column.isFormula()
                && (read == null || read.equals(Template.TEMPLATE + "." + column.getSelectionExpression()))
                && (write == null || write.equals("?"))
                && !(type instanceof CustomType)
                && (stored.isEnum() || (EXACT.contains(stored) && !isPadded(stored, type)));
    }

    /** A text of fixed length comes back with blanks at its end. */
    private static boolean isPadded(Class<?> stored, JdbcMapping type) {
        int code = type.getJdbcType().getDefaultSqlTypeCode();
        return stored == String.class && (code == SqlTypes.CHAR || code == SqlTypes.NCHAR);
    }
}
