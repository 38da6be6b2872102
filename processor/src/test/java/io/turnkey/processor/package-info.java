/** Tests of the processors: sources in, models and diagnostics out. */
@NullMarked
package io.turnkey.processor;

import org.jspecify.annotations.NullMarked;
