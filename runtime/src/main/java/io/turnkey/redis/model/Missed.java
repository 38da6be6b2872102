package io.turnkey.redis.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was invalidated since a position.
 *
 * @param position now
 * @param ids the rows; {@code null} if nobody can say
 */
public record Missed(Position position, @Nullable Set<String> ids) {}
