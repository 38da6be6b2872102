package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * An entity with {@code @Cacheable}: what its cache, its snapshot and its description are generated from.
 *
 * @param name the model's name
 * @param entity the entity class
 * @param names what is generated
 * @param isPublic whether the entity, and so what is generated, can be seen from other packages
 * @param options the options of the annotation that differ from their defaults
 * @param id the id
 * @param attributes the snapshot's components in order; for a hierarchy the accessors of the root's snapshot
 * @param keys the keys in order of declaration, without the id
 * @param version the component that holds {@code @Version}
 * @param updatedAt the path of the attribute that holds the time of the last change
 * @param view the hand-written interface that the snapshot implements
 * @param hierarchy whether the entity is the root of an inheritance hierarchy: its snapshot is an interface
 * @param mergeable whether the snapshot holds every persistent attribute, so that {@code toEntity} may exist
 */
public record CachedEntity(
        String name,
        ClassName entity,
        GeneratedNames names,
        boolean isPublic,
        List<Option> options,
        Id id,
        List<Attribute> attributes,
        List<Key> keys,
        Optional<String> version,
        Optional<String> updatedAt,
        Optional<View> view,
        boolean hierarchy,
        boolean mergeable) {}
