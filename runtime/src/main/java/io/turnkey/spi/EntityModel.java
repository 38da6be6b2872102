package io.turnkey.spi;

import io.turnkey.CacheOptions;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine knows of an entity; generated code makes one with {@link #builder}.
 *
 * @param <E> the entity
 * @param <S> the snapshot
 * @param <ID> the id
 */
public final class EntityModel<E, S, ID> {
    private final String name;
    private final Class<E> entity;
    private final Class<S> snapshot;
    private final CacheOptions options;
    private final KeyModel<S, ID> id;
    private final List<KeyModel<S, ?>> keys;
    private final Supplier<List<Projection<? extends S>>> projections;
    private final Supplier<List<SnapshotShape<? extends S>>> shapes;
    private final @Nullable Supplier<Composite<ID>> idShape;
    private final Function<E, S> of;
    private final @Nullable Function<S, @Nullable Comparable<?>> version;
    private final @Nullable String updatedAt;

    private EntityModel(Builder<E, S, ID> builder) {
        name = builder.name;
        entity = builder.entity;
        snapshot = builder.snapshot;
        options = builder.options;
        id = Builder.required(builder.id, "id");
        keys = List.copyOf(builder.keys);
        projections = Builder.required(builder.projections, "projections");
        shapes = builder.shapes;
        idShape = builder.idShape;
        of = Builder.required(builder.of, "of");
        version = builder.version;
        updatedAt = builder.updatedAt;
    }

    /**
     * Starts the description of an entity.
     *
     * @param level the {@link ContractLevel} that the calling code was generated for
     * @throws io.turnkey.CacheException if this runtime speaks another level
     */
    public static <E, S, ID> Builder<E, S, ID> builder(int level, String name, Class<E> entity, Class<S> snapshot) {
        ContractLevel.check(level, "The cache of " + entity.getName());
        return new Builder<>(name, entity, snapshot);
    }

    /** The model's name. */
    public String name() {
        return name;
    }

    /** The entity class, the root of its hierarchy. */
    public Class<E> entity() {
        return entity;
    }

    /** The snapshot's class; an interface for a hierarchy. */
    public Class<S> snapshot() {
        return snapshot;
    }

    /** The options of the annotation. */
    public CacheOptions options() {
        return options;
    }

    /** The id. */
    public KeyModel<S, ID> id() {
        return id;
    }

    /** The keys, unique ones and others, in the order of their declaration; without the id. */
    public List<KeyModel<S, ?>> keys() {
        return keys;
    }

    /** How each concrete class is read; more than one for a hierarchy, resolved at the first call. */
    public List<Projection<? extends S>> projections() {
        return projections.get();
    }

    /** What the snapshot of each concrete class consists of; more than one for a hierarchy, resolved at the first call. */
    public List<SnapshotShape<? extends S>> shapes() {
        return shapes.get();
    }

    /** What an id of several attributes consists of; {@code null} if the id is a component of the snapshot, called as {@link #id()}. */
    public @Nullable Composite<ID> idShape() {
        return idShape == null ? null : idShape.get();
    }

    /** The snapshot of an entity that is in memory. */
    public Function<E, S> of() {
        return of;
    }

    /** The row's {@code @Version}, or {@code null} if the entity has none. */
    public @Nullable Function<S, @Nullable Comparable<?>> version() {
        return version;
    }

    /** The path of the attribute that holds the time of the last change, or {@code null} if there is none. */
    public @Nullable String updatedAt() {
        return updatedAt;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts of a description. */
    public static final class Builder<E, S, ID> {
        private final String name;
        private final Class<E> entity;
        private final Class<S> snapshot;
        private CacheOptions options = CacheOptions.builder().build();
        private @Nullable KeyModel<S, ID> id;
        private List<KeyModel<S, ?>> keys = List.of();
        private @Nullable Supplier<List<Projection<? extends S>>> projections;
        private Supplier<List<SnapshotShape<? extends S>>> shapes = List::of;
        private @Nullable Supplier<Composite<ID>> idShape;
        private @Nullable Function<E, S> of;
        private @Nullable Function<S, @Nullable Comparable<?>> version;
        private @Nullable String updatedAt;

        private Builder(String name, Class<E> entity, Class<S> snapshot) {
            this.name = name;
            this.entity = entity;
            this.snapshot = snapshot;
        }

        /** The options of the annotation; the defaults if not called. */
        public Builder<E, S, ID> options(CacheOptions options) {
            this.options = options;
            return this;
        }

        /** The id; required. */
        public Builder<E, S, ID> id(KeyModel<S, ID> id) {
            this.id = id;
            return this;
        }

        /** The keys other than the id. */
        public Builder<E, S, ID> keys(List<KeyModel<S, ?>> keys) {
            this.keys = keys;
            return this;
        }

        /** How the entity is read, for one without subclasses. */
        public Builder<E, S, ID> projection(Projection<S> projection) {
            return projections(() -> List.of(projection));
        }

        /** How the classes of a hierarchy are read. */
        public Builder<E, S, ID> projections(Supplier<List<Projection<? extends S>>> projections) {
            this.projections = projections;
            return this;
        }

        /** What the snapshot consists of, for an entity without subclasses. */
        public Builder<E, S, ID> shape(Composite<S> shape) {
            return shape(() -> shape);
        }

        /** The same, resolved where it is asked for. */
        public Builder<E, S, ID> shape(Supplier<Composite<S>> shape) {
            return shapes(() -> List.of(new SnapshotShape<>(entity, shape.get())));
        }

        /** What the snapshots of the classes of a hierarchy consist of. */
        public Builder<E, S, ID> shapes(Supplier<List<SnapshotShape<? extends S>>> shapes) {
            this.shapes = shapes;
            return this;
        }

        /** What an {@code @IdClass} consists of. */
        public Builder<E, S, ID> idShape(Supplier<Composite<ID>> idShape) {
            this.idShape = idShape;
            return this;
        }

        /** Makes the snapshot of an entity; required. */
        public Builder<E, S, ID> of(Function<E, S> of) {
            this.of = of;
            return this;
        }

        /** The row's version. */
        public Builder<E, S, ID> version(Function<S, @Nullable Comparable<?>> version) {
            this.version = version;
            return this;
        }

        /** The path of the attribute that holds the time of the last change. */
        public Builder<E, S, ID> updatedAt(String updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /** The description. */
        public EntityModel<E, S, ID> build() {
            return new EntityModel<>(this);
        }

        private static <T> T required(@Nullable T part, String what) {
            if (part == null) {
                throw new IllegalStateException("The model has no " + what);
            }
            return part;
        }
    }
}
