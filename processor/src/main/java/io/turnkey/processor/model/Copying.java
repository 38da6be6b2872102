package io.turnkey.processor.model;

import java.util.List;

/**
 * How a value is kept from being changed by those who share it.
 *
 * @param parts the same of what it holds: of an array's or collection's elements, of a map's keys and then its values; empty where that cannot be changed by anybody
 */
public record Copying(Way way, List<Copying> parts) {
    /** It is immutable. */
    public static final Copying NONE = new Copying(Way.NONE, List.of());

    /** An array of what is immutable, or a {@code java.util.Calendar}: {@code clone()}. */
    public static final Copying CLONE = new Copying(Way.CLONE, List.of());

    /** A {@code java.util.Date} or one of {@code java.sql}'s: {@code clone()} and a cast. */
    public static final Copying DATE = new Copying(Way.DATE, List.of());

    /** What is done to the value itself. */
    public enum Way {
        /** Nothing. */
        NONE,
        /** {@code clone()}. */
        CLONE,
        /** {@code clone()} and a cast. */
        DATE,
        /** An array, the elements of which are copied too. */
        ARRAY,
        /** An immutable copy of a {@code List} or {@code Collection}. */
        LIST,
        /** An immutable copy of a {@code Set}. */
        SET,
        /** An immutable copy of a {@code Map}. */
        MAP
    }

    /** Whether the copy that the snapshot holds can be changed, so that callers get one of their own. */
    public boolean isCopiedOut() {
        return switch (way) {
            case NONE -> false;
            case CLONE, DATE, ARRAY -> true;
            case LIST, SET, MAP -> parts.stream().anyMatch(Copying::isCopiedOut);
        };
    }
}
