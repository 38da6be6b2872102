/**
 * Lists what was generated: {@code GeneratedCaches} for the models of a compilation, and a resource for the classes of each hierarchy. Aggregating, and therefore a
 * processor of its own that looks at generated classes only.
 */
@NullMarked
package io.turnkey.processor.registry;

import org.jspecify.annotations.NullMarked;
