package io.turnkey.internal.group;

import io.turnkey.internal.stats.FailureStreak.Failures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The starts of a model that failed, one after the other.
 *
 * @param failures how many, since when, and why
 * @param next when it is tried again; {@code null} if that is under way
 */
record FailedStarts(Failures failures, @Nullable Duration next) {}
