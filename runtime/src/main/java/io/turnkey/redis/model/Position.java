package io.turnkey.redis.model;

/**
 * Where a model's history stood when a script ran.
 *
 * @param epoch of the history; empty if the model is not known
 * @param sequence the number of the last invalidation
 */
public record Position(String epoch, long sequence) {}
