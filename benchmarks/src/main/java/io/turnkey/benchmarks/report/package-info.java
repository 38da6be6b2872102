/** What a run has measured, as docs/performance.md shows it. */
@NullMarked
package io.turnkey.benchmarks.report;

import org.jspecify.annotations.NullMarked;
