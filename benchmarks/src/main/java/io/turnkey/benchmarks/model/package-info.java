/** The entities that are measured. */
@NullMarked
package io.turnkey.benchmarks.model;

import org.jspecify.annotations.NullMarked;
