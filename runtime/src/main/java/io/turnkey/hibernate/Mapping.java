package io.turnkey.hibernate;

import io.turnkey.spi.CollectionPath;
import org.jspecify.annotations.Nullable;

/** What rendering HQL needs to know of the entities. */
interface Mapping {
    /** Whether this is a known entity. */
    boolean manages(Class<?> entity);

    /** The entity's name in HQL. */
    String name(Class<?> entity);

    /** Whether rows of {@code entity} may be of another class. */
    boolean hasSubclasses(Class<?> entity);

    /** The class nearest to {@code root}, from {@code entity} upwards, that has the attribute at the start of {@code path}. */
    Class<?> owner(Class<?> root, Class<?> entity, String path);

    /** The Java type of a basic attribute. */
    Class<?> type(Class<?> entity, String path);

    /** The entity that a to-one attribute leads to. */
    Target target(Class<?> entity, String path);

    /** The collection's elements. */
    Elements elements(Class<?> entity, CollectionPath collection);

    /** How many parameters the database takes; 0 if it does not say. */
    int parameterLimit();

    /** Whether HQL may have tuples, which strict JPA compliance forbids. */
    boolean tuples();

    /** An entity that something leads to. */
    interface Target {
        /** Whether the id must be read from the target's row, not from the foreign key: it may be null, hidden, or no foreign key to the id. */
        boolean joined();

        /** The id of the target that {@code hql} stands for. */
        Expression id(String hql);
    }

    /** What a collection holds. */
    interface Elements {
        /** The element itself, if it is an entity; or the entity that an attribute of an embeddable element leads to. */
        Target target(String path);

        /** The map's keys if they are entities. */
        @Nullable
        Target key();

        /** The name of the elements' entity if the join to them must be asked for, because rows of them are only marked as deleted. */
        @Nullable
        String softDeleted();
    }
}
