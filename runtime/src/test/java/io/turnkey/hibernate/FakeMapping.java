package io.turnkey.hibernate;

import io.turnkey.spi.CollectionPath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mapping without a database: entities are called like their classes, every association has a foreign key unless it is called missing. */
class FakeMapping implements Mapping {
    @Override
    public boolean manages(Class<?> entity) {
        return true;
    }

    @Override
    public String name(Class<?> entity) {
        return entity.getSimpleName();
    }

    @Override
    public boolean hasSubclasses(Class<?> entity) {
        return false;
    }

    @Override
    public Class<?> owner(Class<?> root, Class<?> entity, String path) {
        return path.startsWith("own") ? entity : root;
    }

    @Override
    public Class<?> type(Class<?> entity, String path) {
        return Instant.class;
    }

    @Override
    public Target target(Class<?> entity, String path) {
        return target(path.contains("missing"));
    }

    @Override
    public Elements elements(Class<?> entity, CollectionPath collection) {
        return new Elements() {
            @Override
            public Target target(String path) {
                return FakeMapping.this.target(entity, path);
            }

            @Override
            public @Nullable Target key() {
                return collection.path().contains("byEntity") ? FakeMapping.target(false) : null;
            }

            @Override
            public @Nullable String softDeleted() {
                return collection.path().contains("soft") ? "Target" : null;
            }
        };
    }

    @Override
    public int parameterLimit() {
        return 0;
    }

    @Override
    public boolean tuples() {
        return true;
    }

    private static Target target(boolean joined) {
        return new Target() {
            @Override
            public boolean joined() {
                return joined;
            }

            @Override
            public Expression id(String hql) {
                return new Expression.Single("id(" + hql + ")");
            }
        };
    }
}
