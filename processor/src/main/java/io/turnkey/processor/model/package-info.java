/**
 * What is generated, as plain data: records of names and types between the readers, which make them from the compiler's elements, and the writers,
 * which turn them into source. Nothing here refers to an element, prints, or renders itself.
 */
@NullMarked
package io.turnkey.processor.model;

import org.jspecify.annotations.NullMarked;
