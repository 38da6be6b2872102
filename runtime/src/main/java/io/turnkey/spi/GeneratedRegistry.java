package io.turnkey.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a generated registry lists, so that compiling one entity alone can keep the others. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GeneratedRegistry {
    /** The binary names of the {@link GeneratedModel} classes of the compilation. */
    String[] models();
}
