/** Scaffold. */
@NullMarked
package io.turnkey.internal.engine;

import org.jspecify.annotations.NullMarked;
