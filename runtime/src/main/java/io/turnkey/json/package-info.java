/**
 * Snapshots as JSON, on jackson-core, which is optional: without it, only what needs JSON fails, and says so. {@link io.turnkey.json.JsonFile} is where to start.
 *
 * <p>A document is {@code {"turnkey":1,"model":"User","schema":{...},"meta":true,"rows":[...]}}, in UTF-8, one row a line. What stands before {@code rows} may come in any order; what this version does
 * not know is skipped everywhere. A row is an object of its components. With meta, or if the model has several classes, it is in an envelope:
 * {@code {"expires":"2026-03-29T01:30:00Z","type":"shop.Cat","row":{...}}}, with {@code type} before {@code row}.
 *
 * <p>In the second level a row may also be bytes, see {@link io.turnkey.json.BinaryRows}: the same codecs know both forms, so that what the one can do the other can.
 *
 * <p>{@link io.turnkey.json.Codecs} makes one {@link io.turnkey.json.Codec} for each part of a snapshot, once for a model; they hold no state and may be used by several threads at once.
 *
 * <p>What is read may come from anyone. {@link io.turnkey.json.Jackson} bounds what one token may be; nothing is kept but the row being read, no class is loaded, no host name resolved. Every
 * complaint is a {@link io.turnkey.SnapshotFormatException} with its place; it says what was expected, and quotes at most the start of a type, a constant, or what is no JSON at all, never a value. The exception of a converter or constructor that refused a value is its cause,
 * and may say more.
 */
@NullMarked
package io.turnkey.json;

import org.jspecify.annotations.NullMarked;
