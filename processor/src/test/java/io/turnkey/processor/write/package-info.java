/** Tests of what is generated. */
@NullMarked
package io.turnkey.processor.write;

import org.jspecify.annotations.NullMarked;
