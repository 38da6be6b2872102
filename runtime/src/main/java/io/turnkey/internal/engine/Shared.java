package io.turnkey.internal.engine;

import io.turnkey.CopyFormat;
import io.turnkey.spi.SecondLevel;
import java.time.Duration;

/**
 * What caches share with those of other processes.
 *
 * @param secondLevel where
 * @param disconnectedTtl how long what is in memory is served, at most, while the others' writes are not heard
 * @param format what a row is there
 */
public record Shared(SecondLevel secondLevel, Duration disconnectedTtl, CopyFormat format) {}
