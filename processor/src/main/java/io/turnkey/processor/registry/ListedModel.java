package io.turnkey.processor.registry;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/**
 * A generated model, as the registry lists it; lives for one round.
 *
 * @param type the generated class
 * @param entity the entity it was generated for
 * @param name the model's name
 * @param cache the generated cache
 * @param isPublic whether a registry in another package can use it
 */
record ListedModel(TypeElement type, TypeElement entity, String name, ClassName cache, boolean isPublic) {
    /** The class's name, by which it is remembered and sorted. */
    String id() {
        return type.getQualifiedName().toString();
    }

    String packageName() {
        return cache.packageName();
    }

    boolean isVisibleFrom(String other) {
        return isPublic || packageName().equals(other);
    }
}
