/** Tests of the registry, over several compilations into one folder. */
@NullMarked
package io.turnkey.processor.registry;

import org.jspecify.annotations.NullMarked;
