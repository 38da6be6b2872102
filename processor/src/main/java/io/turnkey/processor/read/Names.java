package io.turnkey.processor.read;

/** The annotations that are read, by name: none of their classes need be on the processor's class path. */
public final class Names {
    // Turnkey
    public static final String CACHEABLE = "io.turnkey.annotation.Cacheable";
    public static final String KEY_FIELD = "io.turnkey.annotation.KeyField";
    public static final String KEY_FIELDS = "io.turnkey.annotation.KeyFields";
    public static final String KEY_FIELDS_LIST = "io.turnkey.annotation.KeyFields.List";
    public static final String CACHE_IGNORE = "io.turnkey.annotation.CacheIgnore";

    // Jakarta Persistence
    public static final String ENTITY = "jakarta.persistence.Entity";
    static final String MAPPED_SUPERCLASS = "jakarta.persistence.MappedSuperclass";
    static final String EMBEDDABLE = "jakarta.persistence.Embeddable";
    static final String INHERITANCE = "jakarta.persistence.Inheritance";
    static final String DISCRIMINATOR_COLUMN = "jakarta.persistence.DiscriminatorColumn";
    static final String DISCRIMINATOR_VALUE = "jakarta.persistence.DiscriminatorValue";
    static final String TABLE = "jakarta.persistence.Table";
    static final String ACCESS = "jakarta.persistence.Access";
    static final String TRANSIENT = "jakarta.persistence.Transient";
    static final String ID = "jakarta.persistence.Id";
    static final String EMBEDDED_ID = "jakarta.persistence.EmbeddedId";
    static final String ID_CLASS = "jakarta.persistence.IdClass";
    static final String VERSION = "jakarta.persistence.Version";
    static final String COLUMN = "jakarta.persistence.Column";
    static final String JOIN_COLUMN = "jakarta.persistence.JoinColumn";
    static final String JOIN_COLUMNS = "jakarta.persistence.JoinColumns";
    static final String ATTRIBUTE_OVERRIDE = "jakarta.persistence.AttributeOverride";
    static final String ATTRIBUTE_OVERRIDES = "jakarta.persistence.AttributeOverrides";
    static final String LOB = "jakarta.persistence.Lob";
    static final String CONVERT = "jakarta.persistence.Convert";
    static final String EMBEDDED = "jakarta.persistence.Embedded";
    static final String MANY_TO_ONE = "jakarta.persistence.ManyToOne";
    static final String ONE_TO_ONE = "jakarta.persistence.OneToOne";
    static final String ONE_TO_MANY = "jakarta.persistence.OneToMany";
    static final String MANY_TO_MANY = "jakarta.persistence.ManyToMany";
    static final String ELEMENT_COLLECTION = "jakarta.persistence.ElementCollection";
    static final String ORDER_COLUMN = "jakarta.persistence.OrderColumn";
    static final String ORDER_BY = "jakarta.persistence.OrderBy";

    // Hibernate
    static final String ANY = "org.hibernate.annotations.Any";
    static final String MANY_TO_ANY = "org.hibernate.annotations.ManyToAny";
    static final String FORMULA = "org.hibernate.annotations.Formula";
    static final String COMPOSITE_TYPE = "org.hibernate.annotations.CompositeType";
    static final String TYPE = "org.hibernate.annotations.Type";
    static final String JAVA_TYPE = "org.hibernate.annotations.JavaType";
    static final String TENANT_ID = "org.hibernate.annotations.TenantId";
    static final String FILTER = "org.hibernate.annotations.Filter";
    static final String FILTERS = "org.hibernate.annotations.Filters";
    static final String NATURAL_ID = "org.hibernate.annotations.NaturalId";
    static final String UPDATE_TIMESTAMP = "org.hibernate.annotations.UpdateTimestamp";

    private Names() {}
}
