/** Snapshots as JSON, on jackson-core, which is optional: without it, only what needs JSON fails, and says so. */
@NullMarked
package io.turnkey.json;

import org.jspecify.annotations.NullMarked;
