/** What is measured; each scenario runs in a JVM of its own. */
@NullMarked
package io.turnkey.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
