package io.turnkey.processor;

import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import javax.lang.model.element.TypeElement;

/** Where models go to become source. */
public interface Output {
    /**
     * Writes what is generated for an entity, but not its description.
     *
     * @param origin the entity class, the one originating element of each file
     */
    void write(CachedEntity entity, TypeElement origin);

    /**
     * Writes an entity's description, by which the registry finds it.
     *
     * @param origin the entity class, the one originating element of the file
     */
    void writeModel(CachedEntity entity, TypeElement origin);

    /**
     * Writes what is generated for a concrete class of a hierarchy.
     *
     * @param origin the entity class, the one originating element of each file
     */
    void write(CachedSubtype subtype, TypeElement origin);
}
