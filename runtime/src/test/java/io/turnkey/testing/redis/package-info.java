/** Redis servers of the tests' own, that can be frozen, killed and started again. */
@NullMarked
package io.turnkey.testing.redis;

import org.jspecify.annotations.NullMarked;
