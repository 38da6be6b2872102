package io.turnkey.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an attribute a key of its entity's cache.
 *
 * <p>A unique key {@code email} generates {@code getByEmail(String)}, {@code getManyByEmail}, {@code peekByEmail},
 * {@code isCachedByEmail}, {@code invalidateByEmail} and {@code clearEmailIndex}; a key that is not unique generates
 * {@code listByStatus}, {@code listManyByStatus}, {@code isCachedByStatus}, {@code invalidateByStatus} and {@code clearStatusIndex}. On an owning to-one association the key
 * is the target's id: {@code getByProfileId}. Stands on the field or on its getter.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface KeyField {
    /** Whether at most one row carries a value; the database should hold a unique constraint for it. */
    boolean unique() default true;
}
