package io.turnkey.hibernate.write;

import io.turnkey.spi.AttributePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.property.access.internal.PropertyAccessStrategyBackRefImpl;
import org.jspecify.annotations.Nullable;

/** Where an attribute is in the id and the state that an event carries, and when what stands there is what the row holds. */
final class StatePath {
    private final Start start;
    private final List<AttributeMapping> through;
    private final @Nullable IdReader reference;
    private final Stored stored;
    private volatile boolean changedInMemoryOnly;

    private StatePath(Start start, List<AttributeMapping> through, @Nullable ModelPart leaf) {
        this.start = start;
        this.through = through;
        reference = leaf instanceof ToOneAttributeMapping toOne
                ? new IdReader(toOne.getEntityMappingType().getEntityPersister())
                : null;
        stored = leaf == null ? Stored.UNKNOWN : Stored.of(start.attributes(through), leaf);
    }

    static StatePath of(EntityPersister persister, AttributePath path) {
        String[] names = path.path().split("\\.", -1);
        Start start = Start.of(persister, names[0]);
        ModelPart leaf = start.part();
        List<AttributeMapping> through = new ArrayList<>();
        for (int i = 1; i < names.length; i++) {
            AttributeMapping next = leaf instanceof EmbeddableValuedModelPart embedded
                    ? embedded.getEmbeddableTypeDescriptor().findAttributeMapping(names[i])
                    : null;
            if (next == null) {
                return new StatePath(start, List.of(), null);
            }
            through.add(next);
            leaf = next;
        }
        return new StatePath(start, through, leaf);
    }

    /** Whether the value in a state that was read is the row's, if nobody has changed it since. */
    boolean isTrueWhenRead() {
        return stored.readsBack() && stored.insertable() && stored.compared() && !changedInMemoryOnly;
    }

    /** Whether the value in a state that was inserted is the row's. */
    boolean isInserted() {
        return stored.readsBack() && stored.insertable();
    }

    /** Whether the value in a state that was updated is the row's. */
    boolean isUpdated() {
        return stored.readsBack() && stored.updatable() && stored.insertable();
    }

    /** Whether an update that does not write the attribute left it as the state says. If somebody has ever changed it in memory, no state of any session can be trusted. */
    boolean isKept(Object id, Object[] before, Object[] after, SharedSessionContractImplementor session) {
        if (stored.updatable() || !isInserted()) {
            return false;
        }
        if (!Objects.equals(value(id, before, session), value(id, after, session))) {
            changedInMemoryOnly = true;
        }
        return !changedInMemoryOnly;
    }

    /** Whether the value is there at all: it is not, if it is fetched lazily and was not needed yet. */
    boolean isFetched(Object id, @Nullable Object[] state) {
        Object value = start.value(id, state);
        return !LazyPropertyInitializer.UNFETCHED_PROPERTY.equals(value)
                && !PropertyAccessStrategyBackRefImpl.UNKNOWN.equals(value);
    }

    /** The value in the state, of an association the target's id; {@code null} also if it was not fetched. */
    @Nullable
    Object value(Object id, @Nullable Object[] state, SharedSessionContractImplementor session) {
        Object value = isFetched(id, state) ? start.value(id, state) : null;
        for (AttributeMapping attribute : through) {
            value = value == null ? null : attribute.getValue(value);
        }
        return value == null || reference == null ? value : reference.of(value, session);
    }

    /** The value as it is read again once it is written. */
    @Nullable
    Object stored(Object id, @Nullable Object[] state, SharedSessionContractImplementor session) {
        Object value = value(id, state, session);
        return value == null ? null : stored.read(value);
    }
}
