package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A hand-written interface that the entity and the snapshot both implement.
 *
 * @param type the interface
 * @param accessors the abstract methods that are not already accessors of the record
 */
public record View(ClassName type, List<Accessor> accessors) {
    /**
     * A method of the interface that the snapshot has to add.
     *
     * @param method its name: {@code getEmail}
     * @param type what it returns
     * @param component the component it answers with
     */
    public record Accessor(String method, TypeName type, String component) {}
}
