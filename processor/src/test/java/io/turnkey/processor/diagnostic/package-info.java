/** Tests of messages. */
@NullMarked
package io.turnkey.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
