/**
 * Reading tables: the first time, again and again, or what changed.
 */
@NullMarked
package io.turnkey.internal.sync;

import org.jspecify.annotations.NullMarked;
