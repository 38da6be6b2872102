package io.turnkey.redis.model;

import java.util.Map;

/**
 * A row to be stored.
 *
 * @param row which one
 * @param expires whether the row expires; {@code false}: Redis may drop it, but it is valid until then
 * @param keyHashes by the key's name
 * @param bytes the row
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Offer(Outline row, boolean expires, Map<String, String> keyHashes, byte[] bytes) {}
