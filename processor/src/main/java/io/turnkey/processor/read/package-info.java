/**
 * Reads the compiler's elements as JPA does, checks them, and makes the records of {@link io.turnkey.processor.model}. Nothing here prints: what is wrong goes
 * into a {@link io.turnkey.processor.diagnostic.Report}.
 */
@NullMarked
package io.turnkey.processor.read;

import org.jspecify.annotations.NullMarked;
