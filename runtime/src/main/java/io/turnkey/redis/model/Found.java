package io.turnkey.redis.model;

import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import java.util.Map;

/**
 * What a read found.
 *
 * @param position when it was read
 * @param rows by the question
 * @param unreadable how many copies are none, or damaged
 * @param foreign how many copies another version of the model wrote
 */
public record Found(Position position, Map<Question, Copy> rows, int unreadable, int foreign) {}
