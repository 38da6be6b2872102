/** The clock that a hit can afford. */
@NullMarked
package io.turnkey.internal.time;

import org.jspecify.annotations.NullMarked;
