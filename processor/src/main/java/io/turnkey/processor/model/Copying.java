package io.turnkey.processor.model;

/** How a value is kept from being changed by those who share it. */
public enum Copying {
    /** It is immutable. */
    NONE,
    /** An array or {@code java.util.Calendar}: {@code clone()}. */
    CLONE,
    /** A {@code java.util.Date} or one of {@code java.sql}'s: {@code clone()} and a cast. */
    DATE
}
