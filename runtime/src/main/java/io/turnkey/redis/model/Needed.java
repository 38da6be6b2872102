package io.turnkey.redis.model;

import java.util.Set;

/**
 * What Redis lacks.
 *
 * @param position when it was asked
 * @param rows the positions of the rows it needs among those it was asked for
 */
public record Needed(Position position, Set<Integer> rows) {}
