/** Ways to make a row's bytes, and the row again; all but the first two are what a form for Redis could be. */
@NullMarked
package io.turnkey.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
