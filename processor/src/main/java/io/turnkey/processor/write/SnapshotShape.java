package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import io.turnkey.processor.model.Id;
import io.turnkey.processor.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * What a snapshot is written from, whether it stands for an entity, a hierarchy's root or one of its classes.
 *
 * @param entity the entity class
 * @param snapshot the snapshot's own class
 * @param model the generated class beside it that holds its description
 * @param rootSnapshot the interface that a hierarchy's record implements
 * @param isInterface whether the snapshot is that interface
 */
record SnapshotShape(
        ClassName entity,
        ClassName snapshot,
        ClassName model,
        Optional<ClassName> rootSnapshot,
        boolean isInterface,
        boolean isPublic,
        Id id,
        List<Attribute> attributes,
        Optional<View> view,
        boolean mergeable) {

    static SnapshotShape of(CachedEntity entity) {
        return new SnapshotShape(
                entity.entity(),
                entity.names().snapshot(),
                entity.names().model(),
                Optional.empty(),
                entity.hierarchy(),
                entity.isPublic(),
                entity.id(),
                entity.attributes(),
                entity.view(),
                entity.mergeable());
    }

    static SnapshotShape of(CachedSubtype subtype) {
        return new SnapshotShape(
                subtype.entity(),
                subtype.snapshot(),
                subtype.model(),
                Optional.of(subtype.rootSnapshot()),
                false,
                subtype.isPublic(),
                subtype.id(),
                subtype.attributes(),
                subtype.view(),
                subtype.mergeable());
    }

    /** Whether the attribute is part of the row's id, and so never null. */
    boolean isId(Attribute attribute) {
        if (id instanceof Id.Simple simple) {
            return simple.attribute().component().equals(attribute.component());
        }
        if (id instanceof Id.OfClass idClass) {
            return idClass.parts().stream()
                    .anyMatch(part -> part.attribute().component().equals(attribute.component()));
        }
        return ((Id.Embedded) id).attribute().component().equals(attribute.component());
    }

    /** The modifiers of a method that is not static. */
    List<Modifier> instanceModifiers() {
        return isInterface ? List.of(Modifier.PUBLIC, Modifier.DEFAULT) : List.of(Modifier.PUBLIC);
    }

    /** The names that members of the snapshot may not take: its components, and what its view adds. */
    List<String> taken() {
        List<String> taken =
                new ArrayList<>(attributes.stream().map(Attribute::component).toList());
        view.ifPresent(v -> v.accessors().forEach(accessor -> taken.add(accessor.method())));
        return taken;
    }
}
