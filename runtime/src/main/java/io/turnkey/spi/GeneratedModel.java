package io.turnkey.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the generated description of a model, so that the registry's processor finds it. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GeneratedModel {
    /** The model's name. */
    String name();

    /** The entity it was generated for. */
    Class<?> entity();

    /** The generated cache; it has a static field {@code DEFINITION} of type {@link CacheDefinition}. */
    Class<?> cache();
}
