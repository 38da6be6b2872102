/** Turnkey and what people would use instead, behind one interface, all with the same rows, a bound, a time to live and statistics. */
@NullMarked
package io.turnkey.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
