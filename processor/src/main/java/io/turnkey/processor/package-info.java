/** The annotation processors: they run the rounds, hand elements to the readers and models to the writers, and print what was found. */
@NullMarked
package io.turnkey.processor;

import org.jspecify.annotations.NullMarked;
