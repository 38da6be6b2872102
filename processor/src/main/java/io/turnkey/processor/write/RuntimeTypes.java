package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The classes that generated code uses, by name: the processor does not depend on them. */
final class RuntimeTypes {
    static final ClassName CACHE_LOAD_EXCEPTION = ClassName.get("io.turnkey", "CacheLoadException");
    static final ClassName CACHE_OPTIONS = ClassName.get("io.turnkey", "CacheOptions");
    static final ClassName ENTITY_CACHE = ClassName.get("io.turnkey", "EntityCache");
    static final ClassName CACHE_BUILDER = ENTITY_CACHE.nestedClass("Builder");
    static final ClassName LOAD_MODE = ClassName.get("io.turnkey.annotation", "LoadMode");

    static final ClassName ATTRIBUTE_PATH = spi("AttributePath");
    static final ClassName CACHE_DEFINITION = spi("CacheDefinition");
    static final ClassName CACHE_ENGINE = spi("CacheEngine");
    static final ClassName CACHES = spi("Caches");
    static final ClassName COLLECTION_PATH = spi("CollectionPath");
    static final ClassName COLLECTION_KIND = COLLECTION_PATH.nestedClass("Kind");
    static final ClassName COMPONENT = spi("Component");
    static final ClassName COMPOSITE = spi("Composite");
    static final ClassName ENTITY_MODEL = spi("EntityModel");
    static final ClassName FIELDS = spi("Fields");
    static final ClassName GENERATED_CACHE = spi("GeneratedCache");
    static final ClassName GENERATED_MODEL = spi("GeneratedModel");
    static final ClassName GENERATED_SUBTYPE = spi("GeneratedSubtype");
    static final ClassName KEY_MODEL = spi("KeyModel");
    static final ClassName LIST_INDEX = spi("ListIndex");
    static final ClassName MEMORY_ENGINE = spi("MemoryEngine");
    static final ClassName PROJECTION = spi("Projection");
    static final ClassName ROW = spi("Row");
    static final ClassName SHAPE = spi("Shape");
    static final ClassName SNAPSHOTS = spi("Snapshots");
    static final ClassName SUBTYPE = spi("Subtype");
    static final ClassName SUBTYPES = spi("Subtypes");
    static final ClassName UNIQUE_INDEX = spi("UniqueIndex");

    static final ClassName ENTITY_MANAGER = ClassName.get("jakarta.persistence", "EntityManager");
    static final ClassName ENTITY_MANAGER_FACTORY = ClassName.get("jakarta.persistence", "EntityManagerFactory");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    /** The level of the contract that the code is generated for. */
    static final int CONTRACT_LEVEL = 1;

    private RuntimeTypes() {}

    private static ClassName spi(String name) {
        return ClassName.get("io.turnkey.spi", name);
    }

    /** The type, which may be null unless it is primitive. */
    static TypeName nullable(TypeName type) {
        return type.isPrimitive()
                ? type
                : type.annotated(AnnotationSpec.builder(NULLABLE).build());
    }
}
