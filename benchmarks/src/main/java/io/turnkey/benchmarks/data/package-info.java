/** The rows that all contenders hold, and the requests that they answer. */
@NullMarked
package io.turnkey.benchmarks.data;

import org.jspecify.annotations.NullMarked;
