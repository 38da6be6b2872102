package io.turnkey.redis.model;

/**
 * What a copy is measured by, at the moment at which it was read.
 *
 * @param epoch of the history
 * @param floor no copy with a lower number is valid
 * @param clock of the server, in milliseconds
 * @param fingerprint of this version of the model
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Measure(byte[] epoch, long floor, long clock, byte[] fingerprint) {}
