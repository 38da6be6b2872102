/**
 * Turns models into source. {@link io.turnkey.processor.write.SourceOutput} is the entry; a writer makes one class, a section one part of it. Nothing here looks
 * at an element of the compiler.
 */
@NullMarked
package io.turnkey.processor.write;

import org.jspecify.annotations.NullMarked;
