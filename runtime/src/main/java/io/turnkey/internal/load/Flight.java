package io.turnkey.internal.load;

import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Ticket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The answer to one question, which a load that is under way will bring; callers wait for it together. */
final class Flight<S, T> extends CompletableFuture<T> {
    private final Question question;
    private final Load<S, ?> load;
    private volatile Ticket<S, ?> ticket;

    Flight(Question question, Load<S, ?> load) {
        this.question = question;
        this.load = load;
        this.ticket = load.ticket();
    }

    Question question() {
        return question;
    }

    Load<S, ?> load() {
        return load;
    }

    /** Whether it has an answer that is not empty. */
    boolean found() {
        return isDone() && !isCompletedExceptionally() && join() instanceof Optional<?> row && row.isPresent();
    }

    /** Whether a caller who comes now may have this flight's answer. */
    boolean isJoinable() {
        return !isDone() && ticket.mayBeJoined(question.value());
    }

    /** The load is made anew under this ticket. */
    void retry(Ticket<S, ?> ticket) {
        this.ticket = ticket;
        // After the assignment: fail() answers first, so that one of the two sees the other.
        if (isDone()) {
            ticket.cancel();
        }
    }

    /** Gives the callers up: whatever the load finds is not kept. Answers whether nobody was faster. */
    boolean fail(RuntimeException failure) {
        boolean first = completeExceptionally(failure);
        ticket.cancel();
        return first;
    }
}
