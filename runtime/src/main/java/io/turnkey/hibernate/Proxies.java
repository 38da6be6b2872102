package io.turnkey.hibernate;

import org.hibernate.Hibernate;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/** Hibernate's lazy proxies; a class of its own, so that the provider can be loaded without Hibernate. */
final class Proxies {
    private Proxies() {}

    static Object target(Object entity) {
        return Hibernate.unproxy(entity);
    }

    static @Nullable Object id(Object entity) {
        LazyInitializer lazy = HibernateProxy.extractLazyInitializer(entity);
        return lazy == null ? null : lazy.getInternalIdentifier();
    }
}
