package io.turnkey.internal.load;

import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Ticket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A load that is under way, for one question; callers wait for it together. */
final class Flight<S, T> {
    private final Question question;
    private final Progress progress;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private volatile Ticket<S, ?> ticket;

    Flight(Question question, Progress progress, Ticket<S, ?> ticket) {
        this.question = question;
        this.progress = progress;
        this.ticket = ticket;
    }

    Question question() {
        return question;
    }

    Progress progress() {
        return progress;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /** Whether it has an answer that is not empty. */
    boolean found() {
        return answer.isDone()
                && !answer.isCompletedExceptionally()
                && answer.join() instanceof Optional<?> row
                && row.isPresent();
    }

    /** Whether a caller who comes now may have this flight's answer. */
    boolean isJoinable() {
        return !answer.isDone() && ticket.mayBeJoined(question.value());
    }

    /** The load is made anew under this ticket. */
    void retry(Ticket<S, ?> ticket) {
        this.ticket = ticket;
        // After the assignment: fail() answers first, so that one of the two sees the other.
        if (answer.isDone()) {
            ticket.cancel();
        }
    }

    /** Gives the callers up: whatever the load finds is not kept. Answers whether nobody was faster. */
    boolean fail(RuntimeException failure) {
        boolean first = answer.completeExceptionally(failure);
        ticket.cancel();
        return first;
    }
}
