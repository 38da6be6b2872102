/** What tests of several packages share: databases and persistence units. */
@NullMarked
package io.turnkey.testing;

import org.jspecify.annotations.NullMarked;
