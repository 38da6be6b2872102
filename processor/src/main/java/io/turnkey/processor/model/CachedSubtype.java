package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A concrete entity class of a hierarchy, the root itself included if it is concrete.
 *
 * @param entity the entity class
 * @param root the hierarchy's root, which carries {@code @Cacheable}
 * @param rootSnapshot the root's snapshot, an interface that {@code snapshot} implements
 * @param snapshot the record to generate: {@code DogSnapshot}; for a concrete root {@code AnimalSelfSnapshot}
 * @param model the class to generate that holds {@code SUBTYPE}: {@code DogSubtype}
 * @param isPublic whether the entity can be seen from other packages
 * @param id the root's id
 * @param attributes the record's components: inherited ones first, then its own
 * @param view the root's view, if the record has to name it too
 * @param mergeable whether the record holds every persistent attribute
 */
public record CachedSubtype(
        ClassName entity,
        ClassName root,
        ClassName rootSnapshot,
        ClassName snapshot,
        ClassName model,
        boolean isPublic,
        Id id,
        List<Attribute> attributes,
        Optional<View> view,
        boolean mergeable) {}
