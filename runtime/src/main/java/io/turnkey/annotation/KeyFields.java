package io.turnkey.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes several attributes together one key: {@code @KeyFields({"tenantId", "login"})} generates
 * {@code getByTenantIdAndLogin(Long, String)} and its siblings.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(KeyFields.List.class)
public @interface KeyFields {
    /** The attributes, at least two, in the order of the generated method's parameters; those of an embeddable with a dot: {@code "address.zip"}. */
    String[] value();

    /** What the key is called, for example {@code "account"} for {@code getByAccount}; empty joins the attributes' names. */
    String name() default "";

    /** Whether at most one row carries a combination of values. */
    boolean unique() default true;

    /** Holds several {@link KeyFields} of one class. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface List {
        /** The keys. */
        KeyFields[] value();
    }
}
