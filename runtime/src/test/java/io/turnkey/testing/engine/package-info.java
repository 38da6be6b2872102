/** What tests of the engine share: a small row, a table in memory that can be held in the middle of a read, and a clock that is set by hand. */
@NullMarked
package io.turnkey.testing.engine;

import org.jspecify.annotations.NullMarked;
