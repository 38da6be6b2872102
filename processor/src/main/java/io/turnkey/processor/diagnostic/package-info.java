/** What the processors tell the user: every message has a stable code, a reason and a remedy, and stands on the exact element. */
@NullMarked
package io.turnkey.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
