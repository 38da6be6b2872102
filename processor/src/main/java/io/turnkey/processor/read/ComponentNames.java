package io.turnkey.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives the components of a record names that are legal and differ from each other. */
final class ComponentNames {
    /** Methods of {@code Object}, which no accessor may replace. */
    private static final Set<String> ILLEGAL =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Map<String, String> IRREGULAR =
            Map.of("children", "child", "people", "person", "men", "man", "women", "woman");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> own = new HashMap<>();

    /** Keeps the names of attributes for these attributes themselves, before names are derived of others. */
    void reserve(String attribute) {
        own.put(attribute, free(legal(attribute)));
    }

    /** The component called after an attribute that has been reserved. */
    String own(String attribute) {
        return Objects.requireNonNull(own.get(attribute), attribute);
    }

    /** The name, if it may be a component's; else with an underscore. */
    static String legal(String attribute) {
        return ILLEGAL.contains(attribute) || SourceVersion.isKeyword(attribute) ? attribute + "_" : attribute;
    }

    /** {@code organization} becomes {@code organizationId}. */
    String reference(String attribute) {
        return free(attribute + "Id");
    }

    /** {@code roles} becomes {@code roleIds}. */
    String references(String attribute) {
        return free(singular(attribute) + "Ids");
    }

    private String free(String name) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }

    private static String singular(String plural) {
        String irregular = IRREGULAR.get(plural);
        if (irregular != null) {
            return irregular;
        }
        if (plural.length() > 3 && plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.matches(".+(ss|x|ch|sh|us)es")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.matches(".+[^su]s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
