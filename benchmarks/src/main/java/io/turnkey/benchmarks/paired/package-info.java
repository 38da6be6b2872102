/** The harness: two contenders take turns in one JVM, in short slices, and each pair of slices gives a ratio. */
@NullMarked
package io.turnkey.benchmarks.paired;

import org.jspecify.annotations.NullMarked;
