package io.turnkey.hibernate.write;

import org.hibernate.persister.entity.EntityPersister;

/** Which model an entity's rows belong to. */
final class Roots {
    private Roots() {}

    /** The class that a model of this entity has as its own, the root of the hierarchy. */
    static Class<?> of(EntityPersister persister) {
        return persister.getRootEntityDescriptor().getEntityPersister().getMappedClass();
    }
}
