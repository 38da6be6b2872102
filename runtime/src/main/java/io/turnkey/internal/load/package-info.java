/** Scaffold. */
@NullMarked
package io.turnkey.internal.load;

import org.jspecify.annotations.NullMarked;
