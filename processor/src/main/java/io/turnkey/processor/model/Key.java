package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A key.
 *
 * @param name what tools call it: {@code email}, {@code tenantIdAndLogin}
 * @param suffix what its methods end with: {@code Email}, {@code TenantIdAndLogin}
 * @param unique whether at most one row carries a value
 * @param parts its attributes, more than one for a composite key
 * @param composite the nested record of a composite key
 */
public record Key(String name, String suffix, boolean unique, List<Part> parts, Optional<ClassName> composite) {
    /**
     * One attribute of a key.
     *
     * @param path the attributes from the snapshot to the value: one, or more through embeddables ({@code address}, {@code city})
     */
    public record Part(List<Attribute> path) {
        /** The attribute that holds the value. */
        public Attribute attribute() {
            return path.get(path.size() - 1);
        }
    }
}
