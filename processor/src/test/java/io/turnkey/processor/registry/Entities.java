package io.turnkey.processor.registry;

/** Sources of small entities. */
final class Entities {
    private Entities() {}

    /** A public entity; {@code @Cacheable} stands in line 5, the class in line 6. */
    static String entity(String packageName, String name) {
        return entity(packageName, name, "public ", "");
    }

    static String entity(String packageName, String name, String modifier, String options) {
        return """
                package %s;

                import io.turnkey.annotation.Cacheable;

                @jakarta.persistence.Entity @Cacheable(%s)
                %sclass %s {
                    @jakarta.persistence.Id Long id;
                }
                """.formatted(packageName, options, modifier, name);
    }

    /** The root of a hierarchy. */
    static String root(String packageName, String name) {
        return """
                package %s;

                @jakarta.persistence.Entity @jakarta.persistence.Inheritance @io.turnkey.annotation.Cacheable
                public abstract class %s {
                    @jakarta.persistence.Id Long id;
                    public Long getId() { return id; }
                }
                """.formatted(packageName, name);
    }

    static String subclass(String packageName, String name, String superclass) {
        return """
                package %s;

                @jakarta.persistence.Entity
                public class %s extends %s {
                    int number;
                }
                """.formatted(packageName, name, superclass);
    }

    /** Code of the same compilation that uses the registry. */
    static String user(String packageName, String registry) {
        return """
                package %s;

                import io.turnkey.CacheGroup;

                public class Application {
                    public CacheGroup.Builder caches() {
                        return %s.all();
                    }
                }
                """.formatted(packageName, registry);
    }
}
