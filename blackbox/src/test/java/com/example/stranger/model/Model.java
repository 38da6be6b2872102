package com.example.stranger.model;

import com.example.stranger.support.Dice;
import io.turnkey.EntityCache;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One model, by its generated methods.
 *
 * @param <E> the entity
 * @param <S> the snapshot
 * @param <ID> the id
 * @param <C> the cache
 */
public final class Model<E, S, ID, C extends EntityCache<S, ID>> {
    private final Class<E> entity;
    private final Class<C> cache;
    private final Supplier<EntityCache.Builder<C>> builder;
    private final Function<E, S> of;
    private final Function<S, ID> id;
    private final List<Unique<C, S, ?>> uniques = new ArrayList<>();
    private final List<Listed<C, S, ?>> lists = new ArrayList<>();
    private BiFunction<S, EntityManager, E> find;
    private BiFunction<S, EntityManager, E> reference;
    private BiConsumer<EntityManager, Dice> seeds;
    private int least = 1;
    private int most = 1;

    private Model(
            Class<E> entity,
            Class<C> cache,
            Supplier<EntityCache.Builder<C>> builder,
            Function<E, S> of,
            Function<S, ID> id) {
        this.entity = entity;
        this.cache = cache;
        this.builder = builder;
        this.of = of;
        this.id = id;
    }

    static <E, S, ID, C extends EntityCache<S, ID>> Model<E, S, ID, C> of(
            Class<E> entity,
            Class<C> cache,
            Supplier<EntityCache.Builder<C>> builder,
            Function<E, S> of,
            Function<S, ID> id) {
        return new Model<>(entity, cache, builder, of, id);
    }

    Model<E, S, ID, C> rows(
            BiFunction<S, EntityManager, E> find,
            BiFunction<S, EntityManager, E> reference,
            BiConsumer<EntityManager, Dice> seeds) {
        this.find = find;
        this.reference = reference;
        this.seeds = seeds;
        return this;
    }

    /** Every row on its own. */
    Model<E, S, ID, C> rows(
            BiFunction<S, EntityManager, E> find, BiFunction<S, EntityManager, E> reference, Function<Dice, E> row) {
        return rows(find, reference, (em, dice) -> {
            for (int i = 0; i < 12; i++) {
                em.persist(row.apply(dice));
            }
        });
    }

    Model<E, S, ID, C> unique(Unique<C, S, ?> key) {
        uniques.add(key);
        return this;
    }

    Model<E, S, ID, C> listed(Listed<C, S, ?> key) {
        lists.add(key);
        return this;
    }

    /** A miss reads with so many statements instead of one: fewer where no row of a subclass with a collection is among them. */
    Model<E, S, ID, C> statements(int least, int most) {
        this.least = least;
        this.most = most;
        return this;
    }

    public Class<E> entity() {
        return entity;
    }

    public Class<C> cache() {
        return cache;
    }

    /** Opens this model alone. */
    public EntityCache.Builder<C> builder() {
        return builder.get();
    }

    public S snapshot(E row) {
        return of.apply(row);
    }

    public ID id(S snapshot) {
        return id.apply(snapshot);
    }

    public E find(S snapshot, EntityManager em) {
        return find.apply(snapshot, em);
    }

    public E reference(S snapshot, EntityManager em) {
        return reference.apply(snapshot, em);
    }

    /** Persists a dozen random rows. */
    public void seed(EntityManager em, Dice dice) {
        seeds.accept(em, dice);
    }

    public List<Unique<C, S, ?>> uniques() {
        return uniques;
    }

    public List<Listed<C, S, ?>> lists() {
        return lists;
    }

    public int leastStatements() {
        return least;
    }

    public int mostStatements() {
        return most;
    }

    /** The snapshots of all rows as JPA reads them, in no definite order. */
    public List<S> expected(EntityManager em) {
        return em
                .createQuery("select e from " + em.getMetamodel().entity(entity).getName() + " e", entity)
                .getResultList()
                .stream()
                .map(of)
                .toList();
    }

    @Override
    public String toString() {
        return cache.getSimpleName();
    }
}
