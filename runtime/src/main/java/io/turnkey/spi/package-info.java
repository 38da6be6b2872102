/**
 * The contract between generated code, the engine and its adapters; applications do not use it.
 *
 * <p>Generated code describes a model with {@link io.turnkey.spi.EntityModel}, {@link io.turnkey.spi.KeyModel} and {@link io.turnkey.spi.Projection},
 * and extends {@link io.turnkey.spi.GeneratedCache}. The engine implements {@link io.turnkey.spi.CacheEngine}; adapters implement the ports, of
 * which {@link io.turnkey.spi.EntitySource} is the one that reads rows. Engine and adapters are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.turnkey.spi;

import org.jspecify.annotations.NullMarked;
