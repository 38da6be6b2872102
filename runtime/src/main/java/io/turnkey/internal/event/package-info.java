/**
 * Who is told what happens in a cache: listeners, each at its own pace and never under a lock, and the log.
 */
@NullMarked
package io.turnkey.internal.event;

import org.jspecify.annotations.NullMarked;
