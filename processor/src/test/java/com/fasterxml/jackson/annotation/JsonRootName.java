package com.fasterxml.jackson.annotation;

/** A type's annotation, and one that could stand anywhere. */
public @interface JsonRootName {
    String value();

    Class<?> type() default Object.class;

    int[] numbers() default {};
}
