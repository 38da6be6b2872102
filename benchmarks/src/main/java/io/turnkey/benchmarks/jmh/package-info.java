/** The same reads as JMH benchmarks, for absolute numbers and profilers. */
@NullMarked
package io.turnkey.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
