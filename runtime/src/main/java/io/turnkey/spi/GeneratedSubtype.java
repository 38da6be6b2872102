package io.turnkey.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the generated description of a concrete class of a hierarchy; it has a static field {@code SUBTYPE} of type {@link Subtype}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GeneratedSubtype {
    /** The hierarchy's root entity, which carries {@code @Cacheable}. */
    Class<?> root();

    /** The concrete entity class. */
    Class<?> entity();
}
