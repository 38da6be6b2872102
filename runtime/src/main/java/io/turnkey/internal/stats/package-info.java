/** What a cache counts. */
@NullMarked
package io.turnkey.internal.stats;

import org.jspecify.annotations.NullMarked;
