package io.turnkey.benchmarks.contender;

import org.jspecify.annotations.Nullable;

/** Something that holds accounts, as snapshots or as entities. What is measured is the way to the row: the caller has it in hand, not in an {@code Optional}, and reads nothing of it. */
public interface Contender extends AutoCloseable {
    /** The account with this id, {@code null} if it is not held. */
    @Nullable
    Object byId(Long id);

    /** The account with this email, {@code null} if it is not held. */
    @Nullable
    Object byEmail(String email);

    @Override
    default void close() {}
}
