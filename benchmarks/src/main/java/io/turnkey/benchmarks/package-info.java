/** Turnkey measured beside what people would use instead; docs/performance.md says how. */
@NullMarked
package io.turnkey.benchmarks;

import org.jspecify.annotations.NullMarked;
