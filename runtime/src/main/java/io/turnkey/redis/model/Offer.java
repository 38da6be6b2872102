package io.turnkey.redis.model;

import java.util.Map;

/**
 * A row to be stored.
 *
 * @param row which one
 * @param keyHashes by the key's name
 * @param bytes the row
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Offer(Outline row, Map<String, String> keyHashes, byte[] bytes) {}
