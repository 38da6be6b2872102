/** A second process of the application, which hears of the first one's writes. */
@NullMarked
package io.turnkey.benchmarks.node;

import org.jspecify.annotations.NullMarked;
