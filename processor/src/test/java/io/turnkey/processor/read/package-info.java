/** Tests of single readers. */
@NullMarked
package io.turnkey.processor.read;

import org.jspecify.annotations.NullMarked;
