package io.turnkey.hibernate.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Ids that rows hold of other rows and that read as if they were not there once the other row is gone: marked as deleted, or missing where the mapping allows it. */
final class References {
    private final Map<String, List<Reference>> byTarget = new HashMap<>();
    private final Metadata metadata;

    private References(Metadata metadata) {
        this.metadata = metadata;
    }

    /** By the table of the target. */
    static Map<String, List<Reference>> read(Metadata metadata) {
        References references = new References(metadata);
        for (PersistentClass entity : metadata.getEntityBindings()) {
            references.read(entity.getIdentifier());
            entity.getProperties().forEach(property -> references.read(property.getValue()));
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            if (!collection.isInverse()) {
                references.read(collection.getElement());
                if (collection instanceof IndexedCollection indexed) {
                    references.read(indexed.getIndex());
                }
            }
        }
        return references.byTarget;
    }

    private void read(@Nullable Value value) {
        if (value instanceof Component component) {
            component.getProperties().forEach(property -> read(property.getValue()));
        } else if (value instanceof ToOne toOne && isOwned(toOne)) {
            PersistentClass target = metadata.getEntityBinding(toOne.getReferencedEntityName());
            if (target != null) {
                Column mark = target.getRootClass().getSoftDeleteColumn();
                if (mark != null || (toOne instanceof ManyToOne lenient && lenient.isIgnoreNotFound())) {
                    add(target.getRootClass(), toOne.getTable(), mark == null ? null : Sql.normal(mark.getName()));
                }
            }
        }
    }

    private void add(PersistentClass target, Table holder, @Nullable String mark) {
        target.getSubclassTableClosure().forEach(table -> add(table, holder, mark));
        add(target.getTable(), holder, mark);
    }

    private void add(Table target, Table holder, @Nullable String mark) {
        Tables.named(
                target,
                from -> Tables.named(
                        holder,
                        in -> byTarget.computeIfAbsent(from, ignored -> new ArrayList<>())
                                .add(new Reference(in, mark))));
    }

    private static boolean isOwned(ToOne toOne) {
        return !(toOne instanceof OneToOne other) || other.getMappedByProperty() == null;
    }

    /**
     * One of them.
     *
     * @param holder the table whose rows hold the id
     * @param mark the column by which the target is marked as deleted; {@code null} if it is deleted
     */
    record Reference(String holder, @Nullable String mark) {
        boolean isChangedBy(Set<String> updated) {
            return mark != null && updated.contains(mark);
        }
    }
}
